import { countWords } from '../understanding/count-words.ts';
import type { Reading } from '../understanding/read-text.ts';
import type { Burst } from './burst.ts';
import { firstLanguage } from './first-language.ts';
import type { TextItem } from './turn.ts';

/** Below this many words how someone writes does not change the language of a talk. */
const ENOUGH_WORDS = 4;

/** Follows the language they write in. Few words decide only at the start of a talk; only a request is said back. */
export function switchLanguage({ talk, set, lists, now }: Burst, { text }: TextItem, reading: Reading): void {
  const root = talk.root();
  if (root === 'quiet' || root === 'stopped') return;
  const { language, speaks } = talk.context();
  const asked = reading.languageRequest;
  const told = reading.language === 'und' && talk.fresh() ? firstLanguage(text, lists) : reading.language;
  const heard = asked ?? told ?? 'und';
  if (heard === 'und' || heard === language || heard === speaks) return;
  if (asked === undefined && !talk.fresh() && countWords(text, heard) < ENOUGH_WORDS) return;
  const offered = Object.hasOwn(set.profile.languages, heard);
  // A request alone is an event of its own, answered in that language; beside another meaning it only sets the language.
  if (asked !== undefined && reading.intent === undefined && reading.keyword === undefined) return;
  talk.send({ type: 'LANGUAGE', at: now, language: heard, offered, asked: false });
}
