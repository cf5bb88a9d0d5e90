import type { Finding } from '../finding.ts';
import type { Locales } from '../locales.ts';
import { markOf } from '../translation-marks.ts';
import type { Check, CheckedSet } from './checked-set.ts';
import { at, atKey } from './place.ts';
import { WORD_LISTS } from './texts-in-use.ts';

/** Texts of so few words may well be the same in two languages: "OK", a name and a number. */
const SENTENCE = 3;

/** Every language offered has every text, none of what the default language has lost, none left in English, none outdated. */
export const translations: Check = (set) => {
  const { locales, profile, profileSource } = set;
  const original = locales[profile.defaultLanguage] ?? {};
  return Object.keys(profile.languages).flatMap((language): Finding[] => {
    if (!locales[language]) {
      const message = `"${language}" is offered, but there is no folder locales/${language}`;
      return [{ ...atKey(profileSource, ['languages', language]), severity: 'error', code: 'no-language', message }];
    }
    if (language === profile.defaultLanguage) return [];
    return [...missing(locales, language, original), ...left(set, language, original)];
  });
};

function missing(locales: Locales, language: string, original: Locales[string]): Finding[] {
  return Object.entries(original).flatMap(([name, { texts }]) => {
    const there = locales[language]?.[name];
    if (!there) {
      const place = { file: `locales/${language}/${name}.json`, line: 1, column: 1 };
      return [{ ...place, severity: 'error' as const, code: 'missing-translation', message: 'this file is missing' }];
    }
    return Object.keys(texts)
      .filter((entry) => there.texts[entry] === undefined && !isPlural(entry))
      .map((entry): Finding => {
        const message = `"${entry}" has no text in "${language}"`;
        const hint = `put "${texts[entry]}" into this language`;
        return { ...at(there.source, []), severity: 'error', code: 'missing-translation', message, hint };
      });
  });
}

function left({ locales, marks: all }: CheckedSet, language: string, original: Locales[string]): Finding[] {
  const marks = all[language] ?? {};
  return Object.entries(locales[language] ?? {}).flatMap(([name, { texts, source }]) =>
    Object.entries(texts).flatMap(([entry, text]): Finding[] => {
      const from = original[name]?.texts[entry];
      if (from === undefined && !isPlural(entry)) {
        const message = `"${entry}" is no longer a text in the default language`;
        const hint = 'remove it here, or bring the original back';
        return [{ ...atKey(source, [entry]), severity: 'error', code: 'stale-translation', message, hint }];
      }
      // How people ask is found in each language for itself, not translated.
      if (WORD_LISTS.has(name)) return [];
      if (from === text && wordsIn(text) >= SENTENCE) {
        const message = `"${entry}" is word for word the default language's text`;
        return [{ ...at(source, [entry]), severity: 'error', code: 'untranslated', message, hint: 'translate it' }];
      }
      if (from !== undefined && marks[`${name}.${entry}`] !== markOf(from)) {
        const message = `the default language's "${entry}" is not what this was translated from`;
        const hint = `translate it anew, then: npm run -s flows -- translated ${language} ${name}.${entry}`;
        return [{ ...at(source, [entry]), severity: 'error', code: 'stale-translation', message, hint }];
      }
      return [];
    }),
  );
}

/** Languages have different plurals, so these entries differ by right. */
function isPlural(entry: string): boolean {
  return /_(zero|one|two|few|many|other)$/.test(entry);
}

function wordsIn(text: string): number {
  return text.replace(/\{\{.*?\}\}/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
}
