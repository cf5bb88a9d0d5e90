import { SegmentedMessage } from 'sms-segments-calculator';
import type { Finding } from '../finding.ts';
import { textOf } from '../locales.ts';
import { type Profile, standingValues } from '../profile.ts';
import type { Check, CheckedSet } from './checked-set.ts';
import { firstReply } from './first-reply.ts';
import { at } from './place.ts';
import { readTexts } from './texts-in-use.ts';

/** No English text is longer, whatever it costs: on a small screen the rest is not read. */
const LONGEST_ENGLISH = 320;

/** What a placeholder without a standing value is taken to be, when a text is measured: about as long as a receipt code. */
const SAMPLE = 'XXXX-XXXX-XXXX';

/** Every text is within its language's budget of SMS segments; so is the whole first reply, which is sent as one. */
export const segments: Check = (set) => {
  const { profile } = set;
  return Object.entries(profile.languages).flatMap(([language, { segments: budget }]) => [
    ...[...readTexts(set.flows, set.locales, language)].flatMap(({ key, namespace, entry, text }) => {
      const most = key === 'line.help' ? budget.help : budget.any;
      const source = set.locales[language]?.[namespace]?.source;
      return source ? tooLong(filled(text, profile), language, most, entry, at(source, [entry])) : [];
    }),
    ...wholeFirstReply(set, language, budget.first),
  ]);
};

function wholeFirstReply(set: CheckedSet, language: string, most: number): Finding[] {
  const texts = firstReply(set).map((key) => textOf(set.locales, language, key) ?? '');
  return tooLong(
    filled(texts.join(' '), set.profile),
    language,
    most,
    'the first reply',
    at(set.profileSource, ['languages', language]),
  );
}

/** A text as it will be sent, for measuring. */
function filled(text: string, profile: Profile): string {
  const values = standingValues(profile);
  return text.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_, name: string) => values[name] ?? SAMPLE);
}

function tooLong(
  text: string,
  language: string,
  most: number,
  what: string,
  place: Pick<Finding, 'file' | 'line' | 'column'>,
): Finding[] {
  const message = new SegmentedMessage(text);
  const found: Finding[] = [];
  if (message.segmentsCount > most) {
    const odd = message.getNonGsmCharacters();
    const why = odd.length > 0 ? `; ${[...new Set(odd)].join(' ')} take the short segments of 70` : '';
    found.push({
      ...place,
      severity: 'error',
      code: 'too-long',
      message: `"${what}" takes ${message.segmentsCount} segments of ${most}: ${text.length} characters${why}`,
      hint: 'shorten it',
    });
  } else if (language === 'en' && text.length > LONGEST_ENGLISH) {
    const told = `"${what}" has ${text.length} characters of ${LONGEST_ENGLISH}`;
    found.push({ ...place, severity: 'error', code: 'too-long', message: told, hint: 'shorten it' });
  }
  return found;
}
