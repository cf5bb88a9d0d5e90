import { didYouMean } from '../did-you-mean.ts';
import type { Finding } from '../finding.ts';
import { standingValues } from '../profile.ts';
import type { Check, CheckedSet } from './checked-set.ts';
import { at } from './place.ts';
import { textsInUse } from './texts-in-use.ts';

/** A text has the same placeholders in every language, and in a flow's text someone fills each of them. */
export const placeholders: Check = (set) => [...differing(set), ...unfilled(set)];

/** The placeholders of a text, each once, in order of the alphabet. */
function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name = '']) => name))].toSorted();
}

function differing({ locales, profile }: CheckedSet): Finding[] {
  const original = locales[profile.defaultLanguage] ?? {};
  return Object.entries(locales).flatMap(([language, namespaces]) =>
    Object.entries(namespaces).flatMap(([name, { texts, source }]) =>
      Object.entries(texts).flatMap(([entry, text]): Finding[] => {
        const from = original[name]?.texts[entry];
        if (from === undefined || language === profile.defaultLanguage) return [];
        const [wanted, there] = [placeholdersOf(from), placeholdersOf(text)];
        if (wanted.join() === there.join()) return [];
        const message = `"${entry}" has ${list(there)} where the default language has ${list(wanted)}`;
        return [
          {
            ...at(source, [entry]),
            severity: 'error',
            code: 'placeholders',
            message,
            hint: 'use the same placeholders',
          },
        ];
      }),
    ),
  );
}

function unfilled({ flows, locales, profile }: CheckedSet): Finding[] {
  return textsInUse(flows).flatMap(({ key, values = [] }): Finding[] => {
    const [name = '', entry = ''] = key.split('.');
    const namespace = locales[profile.defaultLanguage]?.[name];
    const text = namespace?.texts[entry];
    if (!namespace || text === undefined) return [];
    const known = [...Object.keys(standingValues(profile)), ...values];
    return placeholdersOf(text)
      .filter((placeholder) => !known.includes(placeholder))
      .map((placeholder) => {
        const message = `nothing fills {{${placeholder}}} in "${entry}"`;
        const hint = didYouMean(placeholder, known) ?? `known here: ${known.join(', ')}`;
        return { ...at(namespace.source, [entry]), severity: 'error', code: 'unfilled-placeholder', message, hint };
      });
  });
}

function list(names: string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `{{${name}}}`).join(' ');
}
