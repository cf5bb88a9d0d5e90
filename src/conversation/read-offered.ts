import { textOf } from '../flow/locales.ts';
import type { Lists } from '../understanding/compile-lists.ts';
import { matchFaq } from '../understanding/match-faq.ts';
import { readChoice } from '../understanding/read-choice.ts';
import { readYesNo } from '../understanding/read-yes-no.ts';
import type { PublishedSet } from './published-set.ts';

/** The question that someone meant, picked by number or by name from those offered as near; `none` or `unknown` otherwise. */
export function readOffered(
  text: string,
  { asked, set, lists, language }: { asked: string; set: PublishedSet; lists: Lists; language: string },
): string {
  const { near } = matchFaq(asked, set.topics, language);
  const options = near.map((id) => ({ id, words: [textOf(set.locales, language, `faq-titles.${id}`) ?? id] }));
  const picked = readChoice(text, [...options, { id: 'none', words: [] }], lists, language);
  if (picked !== 'unknown') return picked;
  const said = readYesNo(text, lists, language);
  return said === 'yes' && near.length === 1 ? (near[0] ?? 'none') : said === 'no' ? 'none' : 'unknown';
}
