import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import { conversationStateSchema } from '../../src/conversation/state.ts';
import { MINUTE, Phone } from './phone.ts';

const TEXTS = [
  'hi',
  '1',
  '2',
  '3',
  '4',
  'yes',
  'no',
  'ok',
  'stop',
  'STOP texting me',
  'start',
  'help',
  'he has a gun',
  'he beats me',
  'im 15',
  'i want to kill myself',
  '911',
  'talk to a person',
  'menu',
  'back',
  'en español por favor',
  'english',
  'delete everything',
  'are you a bot',
  "he's back",
  'who is this',
  '',
  '   ',
  'thanks',
  'a house on 5th street',
  'hay mucha gente aqui por favor',
  'alto',
  'do you speak vietnamese',
  '💊',
]; // prettier-ignore

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  fc.string({ unit: 'binary', maxLength: 60 }),
);

type Move =
  | { do: 'texts'; texts: { text: string; late: boolean; media: string[]; back: number }[]; pending: number }
  | { do: 'wait'; ms: number }
  | { do: 'item'; item: TurnItem };

const item: fc.Arbitrary<TurnItem> = fc.oneof(
  fc.record({
    kind: fc.constant('timer' as const),
    name: fc.constantFrom('silence' as const, 'notice' as const, 'scope' as const),
  }),
  fc.record({ kind: fc.constant('claim' as const), advocate: fc.constantFrom('ana', 'bob') }),
  fc.record({
    kind: fc.constant('advocate-text' as const),
    advocate: fc.constantFrom('ana', 'bob'),
    text: fc.string(),
    id: fc.constant('id'),
    confirmed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('close' as const), advocate: fc.constant('ana') }),
  fc.record({ kind: fc.constant('release' as const), to: fc.constantFrom('queue' as const, 'bot' as const) }),
  fc.record({
    kind: fc.constant('delivery' as const),
    key: fc.constantFrom('crisis.start', 'line.not-911', 'welcome.first'),
    outcome: fc.constantFrom('undelivered' as const, 'failed' as const, 'expired' as const, 'unknown' as const),
    safety: fc.boolean(),
  }),
  fc.constant({ kind: 'opted-out-at-provider' as const }),
);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('texts' as const),
      texts: fc.array(
        fc.record({
          text,
          late: fc.constantFrom(false, false, false, false, true),
          media: fc.constantFrom<string[]>([], [], [], ['image/png']),
          back: fc.constantFrom(0, 0, 0, MINUTE),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      pending: fc.constantFrom(0, 0, 0, 1, 2, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1000, MINUTE, 6 * MINUTE, 16 * MINUTE),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('item' as const), item }) },
);

function make(phone: Phone, one: Move): void {
  if (one.do === 'wait') phone.wait(one.ms);
  else if (one.do === 'item') phone.turn([one.item]);
  else {
    if (one.pending === 1) phone.asked = { undelivered: false };
    if (one.pending === 2) phone.asked = { undelivered: true };
    if (one.pending === 3) phone.asked = { at: phone.now + 10_000, undelivered: false };
    phone.text(...one.texts.map(({ back, ...rest }) => ({ ...rest, receivedAt: phone.now + 5000 - back })));
  }
}

const moves = fc.array(move, { minLength: 1, maxLength: 12 });

describe('whatever comes', () => {
  it('never throws, and leaves a state that is whole and can be read again', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const phone = new Phone();
        for (const one of all) {
          make(phone, one);
          if (phone.state) expect(conversationStateSchema.safeParse(phone.state).success).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a person is one text away, with a card, unless they have opted out', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const phone = new Phone();
        for (const one of all) make(phone, one);
        const before = phone.value;
        if (before === 'stopped') return;
        phone.text('talk to a person');
        // Silence may have been an opt-out, if the scope question stood.
        if (phone.value === 'stopped') return;
        expect(phone.value).toBe(before === 'live' ? 'live' : 'waiting');
        expect(phone.card).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('after STOP nothing leaves but one confirmation and direct answers', () => {
    fc.assert(
      fc.property(moves, moves, (before, after) => {
        const phone = new Phone();
        for (const one of before) make(phone, one);
        phone.text('STOP');
        const confirmations = phone.says.filter(({ weight }) => weight === 'stop-confirmation');
        expect(phone.value).toBe('stopped');
        expect(confirmations.length).toBe(phone.out.length);
        expect(phone.out.length).toBeLessThanOrEqual(1);
        for (const one of after) {
          if (one.do === 'texts' && one.texts.some(({ text: body }) => /start|yes/i.test(body))) continue;
          make(phone, one);
          expect(phone.effects.filter(({ type }) => type === 'say-text')).toEqual([]);
          expect(phone.says.filter(({ weight }) => weight !== 'direct')).toEqual([]);
          expect(phone.value).toBe('stopped');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('timers alone never send anything but wait notices', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 3000 }), (all, minutes) => {
        const phone = new Phone();
        for (const one of all) make(phone, one);
        const said = phone.wait(minutes * MINUTE);
        expect(said.filter((key) => !key.startsWith('line.notice-'))).toEqual([]);
        expect(said.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same turn for the same state and input', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const one = new Phone();
        const two = new Phone();
        for (const each of all) {
          make(one, each);
          make(two, each);
          expect([two.state, two.effects]).toEqual([one.state, one.effects]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('danger never goes down within a conversation, and red never leaves the desk by time', () => {
    const rank = { none: 0, crisis: 1, imminent: 2 };
    fc.assert(
      fc.property(moves, (all) => {
        const phone = new Phone();
        let level = 0;
        for (const each of all) {
          const red = phone.card?.priority === 'red';
          make(phone, each);
          const now = rank[phone.state?.context.danger ?? 'none'];
          const ended = phone.fresh || phone.value === 'quiet' || (each.do === 'item' && each.item.kind === 'close');
          if (!ended) expect(now).toBeGreaterThanOrEqual(level);
          if (red && each.do === 'wait') expect(phone.card?.priority).toBe('red');
          level = ended ? now : Math.max(level, now);
        }
      }),
      { numRuns: 200 },
    );
  });
});
