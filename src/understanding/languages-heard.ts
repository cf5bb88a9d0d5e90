import type { Scan } from './scan.ts';

/** From this share of a language's everyday words on, its lists are believed beside those of the text's own language. */
const MIXED_IN = 0.34;
const OWN_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Han}\p{Script=Arabic}]/u;

/**
 * The lists that may speak of a text: those of its language, English, which everybody mixes in, and any whose words or script make up a good part
 * of it. Without this, a short word of one language would sound the alarm in another: Creole "pale" in an English sentence.
 */
export function languagesHeard(scans: readonly Scan[], language: string): Scan[] {
  return scans.filter(
    (scan) =>
      scan.lists.language === language ||
      scan.lists.language === 'en' ||
      scan.hits.some(({ from }) => OWN_SCRIPT.test(scan.tokens[from]?.word ?? '')) ||
      scan.common >= MIXED_IN,
  );
}
