import { normalise } from '../../understanding/normalise.ts';
import type { Signs } from './script.ts';

/** What an advocate's text does, by the words in it: whole words, whatever the accents and the punctuation between them. */
export function readSigns(text: string, signs: Signs): Set<string> {
  const said = spaced(text);
  const shown = Object.entries(signs).filter(([, phrases]) => phrases.some((phrase) => said.includes(spaced(phrase))));
  return new Set(shown.map(([sign]) => sign));
}

function spaced(text: string): string {
  return ` ${normalise(text)
    .folded.replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
