import { textOf } from '../flow/locales.ts';
import { answerWords, listedForm, listsFor } from '../understanding/answer-words.ts';
import { keywordForm } from '../understanding/compile-lists.ts';
import { normalise } from '../understanding/normalise.ts';
import { type ChoiceOption, readChoice } from '../understanding/read-choice.ts';
import { readNumber } from '../understanding/read-number.ts';
import { readYesNo } from '../understanding/read-yes-no.ts';
import type { Answer } from './answer.ts';
import type { PublishedSet } from './published-set.ts';
import { readOffered } from './read-offered.ts';
import type { Scene } from './scene.ts';

const YES_NO: readonly ChoiceOption[] = [
  { id: 'yes', words: [] },
  { id: 'no', words: [] },
];

/** A text as the answer to the question that stands: the line's own above the step's. */
export function readAnswer(text: string, scene: Scene): Answer {
  const { question, context, lists, set } = scene;
  const { language } = context;
  const kind = context.aside === undefined ? question?.answer : 'yes-no';
  const answer = (value: string): Answer => ({ value, text: text.trim() });
  switch (kind) {
    case 'yes-no':
      return answer(numberNamed(text, scene, readYesNo(text, lists, language, asksOfDanger(scene) ? 'no' : 'yes')));
    case 'choice':
      return answer(optionSaid(text, scene) ?? readChoice(text, optionsOf(question, set, language), lists, language));
    case 'number':
      return answer(readNumber(text, lists, language) === undefined ? 'unknown' : 'given');
    case 'place':
      // A place is for a person to read; only a bare no is none.
      return answer(isBareNo(text, scene) || isSkip(text, set, language) ? 'unknown' : 'given');
    case 'text':
      return answer(isSkip(text, set, language) ? 'unknown' : 'given');
    case 'offered':
      return answer(readOffered(text, { asked: context.answers?.[question?.keep ?? ''] ?? '', set, lists, language }));
    case undefined:
      return answer('unknown');
  }
}

/** The question offers "1 yes 2 no": one word that names a number picks as its digit does. */
function numberNamed(text: string, { lists, context }: Scene, said: string): string {
  if (said !== 'unknown' || answerWords(text).length !== 1) return said;
  return readChoice(text, YES_NO, lists, context.language);
}

/** The option of the choice that stands whose listed words a text is, and nothing else. */
export function optionSaid(text: string, { root, question, context, set }: Scene): string | undefined {
  if (root !== 'bot' || context.aside !== undefined || question?.answer !== 'choice') return undefined;
  const said = answerWords(text).join(' ');
  return optionsOf(question, set, context.language).find(({ words }) => words.map(listedForm).includes(said))?.id;
}

function optionsOf(question: Scene['question'], { locales, profile }: PublishedSet, language: string): ChoiceOption[] {
  return (question?.options ?? []).map(({ id, words }) => ({
    id,
    words: wordList(textOf(locales, language, words) ?? textOf(locales, profile.defaultLanguage, words)),
  }));
}

/** Whoever answers "I am safe" says no to "are you in danger", and yes to every other closed question. */
function asksOfDanger({ context: { aside }, question }: Scene): boolean {
  return aside === undefined ? question?.keep === 'danger' : aside === 'danger' || aside === 'help';
}

/** "no", "nope thanks"; but "no insurance" tells something. */
function isBareNo(text: string, { context: { language }, lists }: Scene): boolean {
  const [, ...more] = answerWords(text);
  const polite = more.every((word) => listsFor(lists, language).some((one) => one.polite.has(word)));
  return polite && readYesNo(text, lists, language) === 'no';
}

function isSkip(text: string, set: PublishedSet, language: string): boolean {
  const said = keywordForm(normalise(text).folded);
  return wordList(textOf(set.locales, language, 'line.skip')).some(
    (word) => keywordForm(normalise(word).folded) === said,
  );
}

/** "2, no, keep on" as its words. */
export function wordList(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((word) => word.trim() || []);
}
