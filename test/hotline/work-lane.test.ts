import { describe, expect, it } from '@jest/globals';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Deliver } from '../../src/hotline/deliver.ts';
import type { Lane, Lanes } from '../../src/hotline/ports.ts';
import { createWorkLane } from '../../src/hotline/work-lane.ts';
import { handClock, keptLog } from './samples.ts';
import { type Say, smallLine } from './small-line.ts';

const SECOND = 1000;
const LEASE = 15 * SECOND;

const says = (key: string, over: Partial<Extract<Effect, { type: 'say' }>> = {}): Effect => ({
  ...{ type: 'say', key, weight: 'ordinary' },
  ...over,
});

/** Answers each text with its own words, and STOP as the law wants it. */
const echo: Say = ({ items }) => {
  const words = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  const stop = words.includes('STOP');
  if (stop)
    return { effects: [{ type: 'opt-out' }, says('stopped', { weight: 'stop-confirmation' })], value: 'stopped' };
  return { effects: words.map((word) => says(word, { question: word.endsWith('?') })) };
};

const asks: Say = ({ items }) => ({
  effects: items.flatMap((item) => (item.kind === 'text' ? [says('safe?', { question: true })] : [])),
});

describe('the path of a text', () => {
  it('answers it once, in one turn', async () => {
    const small = smallLine(echo);
    await small.text('hello');
    expect(small.bodies()).toEqual(['hello']);
    expect(small.turns).toHaveLength(1);
    expect(small.posts[0]).toMatchObject({ from: '233733', to: '+15555550100', validitySeconds: 600 });
  });

  it('thinks about texts that came together in one turn, in their order', async () => {
    const small = smallLine(echo);
    small.kills.set('think:leased', async () => {
      small.kills.clear();
      await small.accept('two');
      await small.accept('three');
    });
    await small.text('one');
    expect(small.bodies()).toEqual(['one']);
    await small.wait(2 * SECOND);
    expect(small.bodies()).toEqual(['one', 'two\nthree']);
  });

  it.each(['think:before-commit', 'think:after-commit'] as const)(
    'answers nothing but STOP when that came at %s',
    async (label) => {
      const small = smallLine(echo);
      small.answers.push((post) => ({ result: 'accepted', sid: `SM-${post.id}` }));
      small.kills.set(label, async () => {
        small.kills.clear();
        await small.accept('STOP');
      });
      await small.text('hello');
      // After the commit the attempt was marked, and nothing can call it back.
      expect(small.bodies()).toEqual(label === 'think:before-commit' ? ['stopped'] : ['hello', 'stopped']);
      await small.wait(60 * SECOND);
      expect(small.bodies().at(-1)).toBe('stopped');
    },
  );

  it('sends nothing more of a turn once STOP has come', async () => {
    const small = smallLine((input, state) => {
      const { effects = [], value } = echo(input, state);
      const more = value === 'stopped' ? [] : [says('x'.repeat(300)), says('y'.repeat(300))];
      return { effects: [...effects, ...more], value };
    });
    small.answers.push(async (post) => {
      await small.accept('STOP');
      return { result: 'accepted', sid: `SM-${post.id}` };
    });
    await small.text('hello');
    await small.wait(60 * SECOND);
    expect(small.bodies()).toEqual([expect.stringMatching(/^hello/), 'stopped']);
  });
});

describe('a process that dies', () => {
  const death = () => {
    throw new Error('killed');
  };

  it('after the POST: the next one finds the text in Twilio’s list, and sends nothing', async () => {
    const small = smallLine(asks);
    small.kills.set('deliver:after-post', death);
    await small.text('hello');
    small.kills.clear();
    const [post] = small.posts;
    small.list.push({ sid: post?.sid ?? '', body: 'safe?', dateCreated: small.clock.now(), status: 'sent' });
    const left = small.clock.now();
    await small.wait(LEASE);
    expect(small.codes()).toContain('text-resolved');
    await small.text('yes');
    expect(small.posts).toHaveLength(1);
    expect(small.turns.at(-1)?.asked).toEqual({ at: left, undelivered: false });
  });

  it('before the POST: the next one looks twice, 5 s apart, and then sends', async () => {
    const small = smallLine(echo);
    small.kills.set('deliver:before-post', death);
    await small.text('hello');
    small.kills.clear();
    await small.wait(LEASE);
    expect(small.posts).toHaveLength(0);
    await small.wait(4 * SECOND);
    expect(small.posts).toHaveLength(0);
    await small.wait(1 * SECOND);
    expect(small.bodies()).toEqual(['hello']);
    await small.wait(60 * SECOND);
    expect(small.bodies()).toEqual(['hello']);
  });

  it('stands still before the POST until its lease may be over: it does not send', async () => {
    const small = smallLine(echo);
    small.kills.set('deliver:before-post', () => {
      small.clock.time += LEASE;
    });
    await small.text('hello');
    small.kills.clear();
    expect(small.posts).toHaveLength(0);
    for (let n = 0; n < 30; n += 1) await small.wait(SECOND);
    expect(small.bodies()).toEqual(['hello']);
  });

  it('stands still until the text is too old: it is told as expired', async () => {
    const small = smallLine(echo);
    small.answers.push(() => ({ result: 'retry', afterMs: 594 * SECOND }));
    await small.text('hello');
    small.kills.set('deliver:before-post', () => {
      small.clock.time += 2 * SECOND;
    });
    await small.wait(594 * SECOND);
    expect(small.posts).toHaveLength(1);
    expect(small.turns.at(-1)?.items).toEqual([{ kind: 'delivery', key: 'hello', outcome: 'expired', safety: false }]);
  });
});

describe('a text that does not arrive', () => {
  it('is told, and its question no longer counts as asked', async () => {
    const small = smallLine(asks);
    await small.text('hello');
    await small.report(small.posts[0]?.id ?? '', 'undelivered', 30003);
    const lost = { kind: 'delivery', key: 'safe?', outcome: 'undelivered', code: 30003, safety: false };
    expect(small.turns.at(-1)?.items).toEqual([lost]);
    await small.text('yes');
    expect(small.turns.at(-1)?.asked).toEqual({ undelivered: true });
  });

  it('is sent once more where that helps, and its question counts from then', async () => {
    const small = smallLine(asks);
    await small.text('hello');
    small.answers.push(() => ({ result: 'retry', afterMs: 3000 }));
    await small.report(small.posts[0]?.id ?? '', 'undelivered', 30008);
    expect(small.turns).toHaveLength(2);
    expect(small.turns[1]?.items).toMatchObject([{ kind: 'delivery', outcome: 'unknown' }]);
    small.clock.time += SECOND;
    await small.accept('yes');
    await small.settle();
    expect(small.turns.at(-1)?.asked).toEqual({ undelivered: false });
    expect(new Set(small.posts.map(({ id }) => id)).size).toBe(2);
  });

  it('after everything was forgotten is let go, not tried for ever', async () => {
    const small = smallLine((input) => {
      const forget = input.items.some((item) => item.kind === 'text' && item.text === 'delete');
      return { effects: forget ? [says('gone'), { type: 'forget' }] : [says('hi')] };
    });
    await small.text('hello');
    await small.text('delete');
    await small.wait(5 * SECOND);
    expect(small.codes()).toContain('keys-destroyed');
    const last = small.posts.at(-1);
    await small.report(last?.id ?? '', 'undelivered', 30008);
    await small.wait(LEASE);
    expect(small.bodies()).toEqual(['hi', 'gone']);
    expect(small.codes()).not.toContain('turn-failed');
    const { outbox, state, conversation } = await small.lane();
    expect({ state, conversation }).toEqual({ state: undefined, conversation: undefined });
    expect(outbox.map(({ id }) => id)).toEqual([small.posts[0]?.id]);
    await small.text('hello again');
    expect(small.bodies().at(-1)).toBe('hi');
  });

  it('from a conversation before this one is resolved under the key that it was sealed with', async () => {
    const small = smallLine((input, state) => ({ ...echo(input, state), value: 'quiet' }));
    small.answers.push(() => ({ result: 'ambiguous' }));
    await small.text('one');
    await small.text('two');
    for (let n = 0; n < 30; n += 1) await small.wait(SECOND);
    expect(small.codes()).not.toContain('turn-failed');
    expect(small.bodies()).toEqual(['one', 'one', 'two']);
  });
});

describe('an effect outside the lane', () => {
  it('reaches the desk while the provider has not yet answered', async () => {
    const small = smallLine(({ items }) => ({ effects: items.map(() => says('not-911')), value: 'waiting' }));
    const shown: number[] = [];
    small.answers.push(async (post) => {
      await new Promise(setImmediate);
      shown.push((await small.desk.list()).length);
      return { result: 'accepted', sid: `SM-${post.id}` };
    });
    await small.text('he has a gun');
    expect(shown).toEqual([1]);
  });

  it('is done again until it succeeds, and keeps no text waiting', async () => {
    const record: Effect = {
      type: 'record',
      kind: 'tip',
      answers: { where: 'x' },
      consent: 'anonymous',
      language: 'en',
      urgency: 'rest',
      code: 'ABCD',
    };
    const small = smallLine(({ items }) => ({ effects: items.length > 0 ? [says('thanks'), record] : [] }));
    let failures = 0;
    small.kills.set('effect:before-apply', () => {
      failures += 1;
      if (failures < 5) throw new Error('away');
    });
    await small.text('tip');
    expect(small.bodies()).toEqual(['thanks']);
    // The record, and what is counted of it.
    expect(failures).toBe(2);
    await small.wait(SECOND);
    await small.wait(2 * SECOND);
    expect(failures).toBe(6);
    await small.wait(60 * SECOND);
    expect(failures).toBe(6);
  });
});

it('a turn that waited for longer than its lease lasted is left to whoever leases the lane next', async () => {
  const log = keptLog();
  const never = () => {
    throw new Error('Nothing may be thought or written.');
  };
  const lane = { ref: { partition: 1, name: 'l1.somebody' }, inbox: [{}], outbox: [] } as unknown as Lane;
  const lateBy = (waitedMs: number) =>
    createWorkLane({
      ...{ clock: handClock(), log, leaseMs: LEASE, think: never, applyEffect: never },
      ...{ lanes: {} as Lanes, deliver: {} as Deliver, resend: () => undefined },
      turnstile: { through: (_, work) => work(waitedMs), hurry: never, calm: never, waiting: 0 },
    })(lane);
  expect(await lateBy(LEASE)).toBeUndefined();
  expect(log.events).toEqual([['turn-moved']]);
  await expect(lateBy(LEASE - 1)).rejects.toThrow('Nothing may be thought');
});
