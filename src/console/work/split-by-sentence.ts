/**
 * Cuts a text that is too long into as few as fit, at the ends of sentences, or else between words. No part is longer than `max`
 * characters, and nothing but white space at the cuts is lost.
 */
export function splitBySentence(text: string, max: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sentence of pieces(text, max)) {
    if (part !== '' && part.length + sentence.trimEnd().length > max) {
      parts.push(part.trim());
      part = '';
    }
    part += sentence;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

/** Sentences, those that are too long themselves as words, and such words in slices. */
function pieces(text: string, max: number): string[] {
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  return sentences
    .flatMap(({ segment }) => (segment.trimEnd().length <= max ? [segment] : (segment.match(/\S+\s*/g) ?? [])))
    .flatMap((piece) => (piece.trimEnd().length <= max ? [piece] : slices(piece, max)));
}

function slices(piece: string, max: number): string[] {
  const characters = [...piece];
  const found: string[] = [];
  let slice = '';
  for (const character of characters) {
    if (slice.length + character.length > max) {
      found.push(slice);
      slice = '';
    }
    slice += character;
  }
  return [...found, slice];
}
