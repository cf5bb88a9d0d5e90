import { describe, expect, it } from '@jest/globals';
import { createLineMachine } from '../../src/conversation/machine.ts';
import { wordList } from '../../src/conversation/read-answer.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { textOf } from '../../src/flow/locales.ts';
import { Phone, set, T0 } from './phone.ts';

const choices = [...createLineMachine(set).steps].flatMap(([value, { question }]) =>
  question?.answer === 'choice' ? [{ value, options: question.options ?? [] }] : [],
);

function answer(value: string, language: string, text: string): unknown {
  const phone = new Phone();
  phone.state = {
    set: set.hash,
    value,
    context: { language, last: T0, answers: { danger: 'no' } },
  } as ConversationState;
  phone.asked = { at: T0, undelivered: false };
  phone.text(text);
  return [phone.value, phone.out, phone.context.language];
}

describe.each(Object.keys(set.profile.languages))('in %s', (language) => {
  it('whatever a choice lists is taken for that choice: no topic, no danger and no command hides in it', () => {
    const strays = choices.flatMap(({ value, options }) =>
      options.flatMap(({ words }, at) => {
        const meant = JSON.stringify(answer(value, language, String(at + 1)));
        return wordList(textOf(set.locales, language, words))
          .filter((word) => JSON.stringify(answer(value, language, word)) !== meant)
          .map((word) => `${value} ${words}: ${word} -> ${JSON.stringify(answer(value, language, word))}`);
      }),
    );
    expect(strays).toEqual([]);
  });
});
