import type { Lists } from './compile-lists.ts';
import { keywordForm } from './compile-lists.ts';
import type { NormalText } from './normalise.ts';

export type Keyword = 'stop' | 'start' | 'help' | 'yes-start' | undefined;

export interface KeywordReading {
  keyword: Keyword;
  /** Another offered language's opt-out word: a request to be asked about, never obeyed unasked. */
  foreignStop: boolean;
  /** An opt-out word only once accents are dropped. */
  foldedStop: boolean;
}

/**
 * English keywords that carriers and the CTIA's messaging principles name; Twilio acts on them by itself, so the line must agree with it.
 * They stand in code because no operator may take them away.
 */
const CARRIER: Record<string, Exclude<Keyword, undefined>> = {
  stop: 'stop',
  stopall: 'stop',
  unsubscribe: 'stop',
  cancel: 'stop',
  end: 'stop',
  quit: 'stop',
  revoke: 'stop',
  optout: 'stop',
  start: 'start',
  unstop: 'start',
  yes: 'yes-start',
  help: 'help',
  info: 'help',
};
const LONGEST_KEYWORD = 40;

/** Whether the whole text, outer and inner punctuation aside, is an opt-out, opt-in or help word. */
export function readKeyword(text: NormalText, lists: Lists, conversationLanguage: string): KeywordReading {
  const nothing: KeywordReading = { keyword: undefined, foreignStop: false, foldedStop: false };
  if (text.plain.length > LONGEST_KEYWORD * 4) return nothing;
  const word = keywordForm(text.plain);
  if (word === '' || word.length > LONGEST_KEYWORD) return nothing;
  const carrier = Object.hasOwn(CARRIER, word) ? CARRIER[word] : undefined;
  if (carrier) return { ...nothing, keyword: carrier };

  const folded = keywordForm(text.folded);
  const all = [...lists.languages.values()];
  const own = lists.languages.get(conversationLanguage);
  if (own?.stopWords.plain.has(word)) return { ...nothing, keyword: 'stop' };
  if (all.some(({ startWords }) => startWords.folded.has(folded))) return { ...nothing, keyword: 'start' };
  if (all.some(({ helpWords }) => helpWords.folded.has(folded))) return { ...nothing, keyword: 'help' };
  if (all.some(({ stopWords }) => stopWords.plain.has(word))) return { ...nothing, foreignStop: true };
  return { ...nothing, foldedStop: all.some(({ stopWords }) => stopWords.folded.has(folded)) };
}
