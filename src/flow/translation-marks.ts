import { type Locales, textOf } from './locales.ts';
import type { SetFiles } from './set-files.ts';
import { readSource } from './source.ts';

/** What each text was translated from, as a mark of the original: language, then key such as `tip.where`. */
export type TranslationMarks = Record<string, Record<string, string>>;

/** The file of a language that holds its marks. A tool writes it; people need not. */
export function marksFile(language: string): string {
  return `locales/${language}/_translated-from.json`;
}

/** Reads the marks of every language. A file that cannot be read marks nothing: its texts count as outdated. */
export function readTranslationMarks(files: SetFiles): TranslationMarks {
  const marks: TranslationMarks = {};
  for (const [file, text] of Object.entries(files)) {
    const [, language] = /^locales\/([a-z]{2})\/_translated-from\.json$/.exec(file) ?? [];
    if (language === undefined) continue;
    const { data } = readSource(file, text);
    if (data && typeof data === 'object') marks[language] = data as Record<string, string>;
  }
  return marks;
}

/**
 * The marks of a language once `keys` are known to be translated from today's originals. No keys: all of them.
 * Marks of texts that are gone are dropped; the order is the alphabet's, so that two people's marks merge.
 */
export function markTranslated(
  locales: Locales,
  marks: TranslationMarks,
  languages: { from: string; to: string },
  keys: readonly string[],
): Record<string, string> {
  const there = Object.entries(locales[languages.to] ?? {}).flatMap(([namespace, { texts }]) =>
    Object.keys(texts).map((entry) => `${namespace}.${entry}`),
  );
  const marked = there.toSorted().flatMap((key): [string, string][] => {
    const original = textOf(locales, languages.from, key);
    const before = marks[languages.to]?.[key];
    if (original === undefined) return [];
    if (keys.length === 0 || keys.includes(key)) return [[key, markOf(original)]];
    return before === undefined ? [] : [[key, before]];
  });
  return Object.fromEntries(marked);
}

/** FNV-1a of 32 bits: it need only tell a text from its rewording, and it needs nothing of Node. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
