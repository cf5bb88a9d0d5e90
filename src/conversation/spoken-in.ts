import type { Transcript, TranscriptTurn } from './transcript.ts';

/** A transcript in one language; without one, it is written in none by name. */
export interface Spoken {
  language: string | undefined;
  transcript: Transcript;
}

/** The same conversation in every language in which all its texts are written; what must come of it is the same in each. */
export function spokenIn(transcript: Transcript): Spoken[] {
  const languages = transcript.turns.flatMap((turn) => {
    const named = namedTexts(turn);
    return named ? [new Set(Object.keys(named))] : [];
  });
  const [first, ...rest] = languages;
  if (!first) return [{ language: undefined, transcript }];
  return [...rest.reduce((all, one) => all.intersection(one), first)].toSorted().map((language) => ({
    language,
    transcript: { ...transcript, turns: transcript.turns.map((turn) => turnIn(turn, language)) },
  }));
}

function turnIn(turn: TranscriptTurn, language: string): TranscriptTurn {
  const text = namedTexts(turn)?.[language];
  return text === undefined ? turn : { ...turn, text };
}

function namedTexts(turn: TranscriptTurn): Record<string, string | string[]> | undefined {
  if (!('text' in turn) || typeof turn.text === 'string' || Array.isArray(turn.text)) return undefined;
  return turn.text;
}
