import type { Finding } from '../finding.ts';
import type { Flow } from '../flow.ts';
import type { Check, CheckedSet } from './checked-set.ts';
import { at, atKey } from './place.ts';

/** Words that carriers take as an opt-out in every language. They hold even if a list of the line's own leaves one out. */
const CARRIER_OPT_OUT = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out'];

/** Option names that mean something else: `x-again` is the text of a second asking. */
const RESERVED = ['again'];

/** What counts as choosing an option is never an opt-out word, never another option's, and has a digit the text shows. */
export const choices: Check = (set) =>
  set.flows.flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([name, step]) => {
      if (!('choose' in step)) return [];
      const ids = Object.keys(step.on).filter((id) => id !== 'unknown');
      return [
        ...reserved(flow, name, ids),
        ...Object.keys(set.profile.languages).flatMap((language) => inLanguage(set, language, step.choose, ids)),
      ];
    }),
  );

function reserved(flow: Flow, step: string, ids: string[]): Finding[] {
  return ids
    .filter((id) => RESERVED.includes(id))
    .map((id) => {
      const message = `an option cannot be named "${id}"`;
      const place = atKey(flow.source, ['steps', step, 'on', id]);
      return { ...place, severity: 'error', code: 'reserved-option', message, hint: 'choose another name' };
    });
}

function inLanguage(set: CheckedSet, language: string, choose: string, ids: string[]): Finding[] {
  const [name = '', question = ''] = choose.split('.');
  const namespace = set.locales[language]?.[name];
  if (!namespace) return [];
  const findings: Finding[] = [];
  const owner = new Map<string, string>();
  for (const id of ids) {
    const entry = `${question}-${id}`;
    const text = namespace.texts[entry];
    if (text === undefined) continue;
    const words = acceptedWords(text);
    const tell = (fault: Pick<Finding, 'code' | 'message' | 'hint'>): void => {
      findings.push({ ...at(namespace.source, [entry]), severity: 'error', ...fault });
    };
    for (const word of words) {
      if (CARRIER_OPT_OUT.includes(word) || set.optOutWords.has(word)) {
        const message = `"${word}" opts a person out, so it cannot be an answer`;
        tell({ code: 'opt-out-choice', message, hint: 'accept another word' });
      }
      const other = owner.get(word);
      if (other) {
        const message = `"${word}" also chooses "${other}"`;
        tell({ code: 'shared-word', message, hint: 'let each word choose one option' });
      }
      owner.set(word, id);
    }
    const digit = words.find((word) => /^\d+$/.test(word));
    if (!digit || !new RegExp(`(^|\\D)${digit}(\\D|$)`).test(namespace.texts[question] ?? '')) {
      const message = `"${id}" has no digit that the question shows`;
      tell({ code: 'no-digit', message, hint: 'accept a digit, and show it in the question' });
    }
  }
  return findings;
}

/** The words and digits that choose an option, from a text such as "1, me, myself". */
function acceptedWords(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.normalize('NFKC').trim().toLowerCase())
    .filter((word) => word !== '');
}
