import { answerTokens, coveredAt, listedForm, listsFor } from './answer-words.ts';
import type { LanguageLists, Lists } from './compile-lists.ts';
import type { Token } from './tokens.ts';

export interface ChoiceOption {
  id: string;
  /** Words or phrases, in the conversation's language, that mean this option besides its number. */
  words: readonly string[];
}

/**
 * The option that an answer picks, or `unknown`: by number ("2", "#2", "2️⃣", "option 2"), by number word ("won", "too", "dos"), by place
 * ("second one", "la primera", "last"), or by the option's own words. Options count from 1. Two different picks are unknown.
 */
export function readChoice(text: string, options: readonly ChoiceOption[], lists: Lists, language: string): string {
  const tokens = answerTokens(text);
  const words = tokens.map(({ word }) => word);
  if (words.length === 0 || options.length === 0) return 'unknown';
  const picks = [byDigit(words, options), byWords(words, options, listsFor(lists, language))];
  for (const one of listsFor(lists, language))
    picks.push(byNumberWord(tokens, options, one), byOrdinal(tokens, options, one));
  const first = picks.find((pick) => pick !== undefined);
  return first ?? 'unknown';
}

function byDigit(words: readonly string[], options: readonly ChoiceOption[]): string | undefined {
  const digits = new Set(words.filter((word) => /^\d+$/u.test(word)));
  const [only, ...others] = digits;
  // A digit in a long sentence counts something else: "2 men are outside".
  if (only === undefined || others.length > 0 || words.length > SHORT) return undefined;
  return options[Number(only) - 1]?.id;
}

/** An answer of at most this many words is short enough for a lone digit to be the answer. */
const SHORT = 4;

function byWords(
  words: readonly string[],
  options: readonly ChoiceOption[],
  spoken: readonly LanguageLists[],
): string | undefined {
  const text = ` ${words.join(' ')} `;
  // In the middle of a sentence an everyday word is said of something else: "he is not here now, no idea when he is back".
  const said = (form: string) => {
    if (!text.includes(` ${form} `)) return false;
    const everyday = spoken.some(({ common }) => common.has(form));
    return !everyday || words.length <= SHORT || words[0] === form || words.at(-1) === form;
  };
  const scored = options
    .map(({ id, words: listed }) => ({
      id,
      length: Math.max(0, ...listed.map(listedForm).map((form) => (said(form) ? form.length : 0))),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  const [best, next] = scored;
  return best && best.length > (next?.length ?? 0) ? best.id : undefined;
}

function byNumberWord(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  { words, polite }: LanguageLists,
): string | undefined {
  const bare = tokens.filter(({ word }) => !polite.has(word) && !FILLERS.has(word));
  for (const said of [tokens, bare]) {
    const whole = (name: string) => said.length > 0 && coveredAt(said, 0, name) === said.length;
    const number = Object.entries(words.numbers).find(([, names]) => names.some(whole))?.[0];
    if (number !== undefined) return options[Number(number) - 1]?.id;
  }
  return undefined;
}

/** Words that only point at a number: "option two", "number 2", "la opcion dos". */
const FILLERS = new Set(
  'option number choice opcion numero num opcao opsyon nimewo bilang вариант номер 번 第 号 个 الخيار رقم خيار'.split(
    ' ',
  ),
);

function byOrdinal(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  { words }: LanguageLists,
): string | undefined {
  if (tokens.length > SHORT + 1) return undefined;
  const found = new Set<string>();
  for (const [place, names] of Object.entries(words.ordinals)) {
    if (!names.some((name) => tokens.some((_, at) => coveredAt(tokens, at, name) > 0))) continue;
    const option = place === 'last' ? options.at(-1) : options[Number(place) - 1];
    if (option) found.add(option.id);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
