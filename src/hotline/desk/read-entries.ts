import type { Words } from '../ports.ts';
import type { TranscriptEntry } from '../transcript.ts';
import type { NameOf } from './card-view.ts';
import type { Entry, Translation } from './desk-view.ts';

/** Older than this when its turn came: it was found late. */
const LATE_MS = 15 * 60_000;

/**
 * A conversation's turns as the advocate reads them, numbered from 0: within a turn what came in, what happened, and what was
 * said. The bot's words are rendered anew, in the language in which they were said. `translations`: by number of entry.
 */
export function readEntries(
  turns: readonly TranscriptEntry[],
  read: { words: Words; defaultLanguage: string; nameOf: NameOf; translations: ReadonlyMap<number, Translation> },
): Entry[] {
  const entries = turns.flatMap((turn) => {
    const { a: at, i = [], e = [], o = [], s = [], l = read.defaultLanguage } = turn;
    return [
      ...i.map(([text, ago, media = []]) => ({
        at: at - ago,
        kind: 'texter',
        text,
        media: media.map(([contentType], index) => ({ at: index, contentType })),
        late: ago > LATE_MS,
      })),
      ...e.map((event) => {
        const [code = '', by] = event.split(' ');
        return { at, kind: 'event', code, ...(by && { by: read.nameOf(by) }) };
      }),
      ...o.map(([key, values, id]) => ({
        at,
        kind: 'bot',
        text: read.words.render(l, key, values),
        ...(id && { id }),
      })),
      ...s.map(([text, by, id, original]) => ({
        ...{ at, kind: 'advocate', text, by: read.nameOf(by), id },
        ...(original && { original: { text: original[0], language: original[1] } }),
      })),
    ];
  });
  return entries.map((entry, n) => {
    const translation = read.translations.get(n);
    return { n, ...entry, ...(translation && { translation }) } as Entry;
  });
}

/** Where the provider keeps the `at`th picture or file of entry `n`. */
export function mediaUrl(turns: readonly TranscriptEntry[], n: number, at: number): string | undefined {
  return texterEntry(turns, n)?.[2]?.[at]?.[1];
}

/** What the texter wrote in entry `n`; undefined where that is no text of theirs. */
export function texterText(turns: readonly TranscriptEntry[], n: number): string | undefined {
  return texterEntry(turns, n)?.[0];
}

function texterEntry(
  turns: readonly TranscriptEntry[],
  n: number,
): NonNullable<TranscriptEntry['i']>[number] | undefined {
  let first = 0;
  for (const { i = [], e = [], o = [], s = [] } of turns) {
    const text = i[n - first];
    if (text) return text;
    first += i.length + e.length + o.length + s.length;
    if (first > n) return undefined;
  }
  return undefined;
}
