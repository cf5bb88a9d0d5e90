import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { firstReply } from './first-reply.ts';
import { at } from './place.ts';

/** Replies of the line itself that may be the first, or the only, text that another pair of eyes sees. */
const MAY_COME_FIRST = [
  'help',
  'stop-confirmation',
  'stopped-help',
  'opt-in',
  'empty',
  'media',
  'who-is-this',
  'language-switched',
  'other-language',
  'danger-question',
  'lost-reply',
  'closed',
].map((entry) => `line.${entry}`);

/** No first text holds a word that tells what the line is about: the phone may be in other hands. */
export const firstTexts: Check = (set) => {
  const keys = new Set([...firstReply(set), ...firstReply(set).map((key) => `${key}-again`), ...MAY_COME_FIRST]);
  return Object.entries(set.profile.languages).flatMap(([language, { identifying }]) =>
    [...keys].flatMap((key): Finding[] => {
      const [name = '', entry = ''] = key.split('.');
      const namespace = set.locales[language]?.[name];
      const words = plain(namespace?.texts[entry] ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
      const told = identifying.find((beginning) => words.some((word) => tells(word, plain(beginning))));
      if (!namespace || !told) return [];
      const message = `"${entry}" may be the first text a stranger sees, and "${told}" tells what the line is about`;
      const place = at(namespace.source, [entry]);
      return [{ ...place, severity: 'error', code: 'identifying-word', message, hint: 'say it without that word' }];
    }),
  );
};

/** Chinese writes its words one after the other without a space: there a word begins anywhere. */
function tells(word: string, beginning: string): boolean {
  return /\p{Script=Han}/u.test(beginning) ? word.includes(beginning) : word.startsWith(beginning);
}

/** Small letters without accents, so that "Víctima" is caught by "victima". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
