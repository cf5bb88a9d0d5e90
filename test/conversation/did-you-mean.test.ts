import { describe, expect, it } from '@jest/globals';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { TopicIndex } from '../../src/understanding/topic-index.ts';
import { Phone, set } from './phone.ts';

/** An index to which everything is a little like the questions named, and like nothing else. */
function unsure(...near: string[]): TopicIndex {
  const likely = near.map((id) => ({ kind: 'question' as const, id, share: 0.2 }));
  return { languages: ['en'], rank: () => [{ kind: 'none', id: 'none', share: 0.3 }, ...likely] };
}

function asked(...near: string[]): Phone {
  const phone = new Phone(createConversation({ ...set, topics: unsure(...near) }));
  return phone.texts('hi', '2', 'menu', '4', 'what about that thing');
}

describe('a question that no answer surely fits', () => {
  it('is offered what comes near, by name', () => {
    const phone = asked('hours', 'languages', 'who-funds', 'who-operates');
    expect(phone.says).toMatchObject([
      {
        key: 'menu.near-3',
        values: { first: 'when we are open', second: 'languages', third: 'who pays for this' },
        question: true,
      },
    ]);
    expect(asked('hours').out).toEqual(['menu.near-1']);
    expect(asked('hours', 'languages').out).toEqual(['menu.near-2']);
  });

  it.each([
    ['2', 'faq.languages'],
    ['languages', 'faq.languages'],
    ['the first one', 'faq.hours'],
  ])('is answered once they say "%s"', (text, key) => {
    expect(asked('hours', 'languages').text(text)).toEqual([key, 'menu.more']);
  });

  it('takes a yes when one is offered', () => {
    expect(asked('hours').text('yes')).toEqual(['faq.hours', 'menu.more']);
  });

  it.each(['3', 'no', 'something else'])('is honest that it has no answer after "%s"', (text) => {
    expect(asked('hours', 'languages').text(text)).toEqual(['menu.no-answer']);
  });

  it('is honest at once when nothing comes near, and a person can help', () => {
    const phone = asked();
    expect(phone.out).toEqual(['menu.no-answer']);
    expect(phone.text('1')).toEqual(['line.person-coming']);
  });

  it('asks again in words of its own, without the names', () => {
    const phone = asked('hours', 'languages');
    expect(phone.text('are you a bot')).toEqual(['line.bot-answer', 'menu.near-again']);
  });
});
