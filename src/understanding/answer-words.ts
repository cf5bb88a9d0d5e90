import type { LanguageLists, Lists } from './compile-lists.ts';
import { fold, normalise } from './normalise.ts';
import { tokenise } from './tokens.ts';

/** The lists that an answer is read with: the conversation's language first, then English, which many mix in. */
export function listsFor(lists: Lists, language: string): LanguageLists[] {
  const own = lists.languages.get(language);
  const english = lists.languages.get('en');
  return [...new Set([own, english])].filter((one) => one !== undefined);
}

/** A text as its folded words, for comparing with the short words of a list; emoji are words. */
export function answerWords(text: string): string[] {
  return tokenise(normalise(text).plain).map(({ word }) => word);
}

/**
 * How a listed word looks among {@link answerWords}: "of course" as "of course", "Sí" as "si". Kept in mind: give it words of
 * lists, which are few, never words of a text.
 */
export function listedForm(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = answerWords(word).join(' ') || fold(word);
  forms.set(word, form);
  return form;
}

const forms = new Map<string, string>();
