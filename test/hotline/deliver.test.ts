import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createDeliver } from '../../src/hotline/deliver.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import type { Lane, OutgoingText, SendResult, SentMessage, TextToSend } from '../../src/hotline/ports.ts';
import { createVault } from '../../src/hotline/vault.ts';
import { place } from '../../src/hotline/waiting.ts';
import { handClock, keptLog, NOW, text } from './samples.ts';

const ref = { partition: 1, name: 'l1.anna' };
const route = { from: '233733', to: '+15555550100' };

describe('deliver', () => {
  const clock = handClock();
  let log: ReturnType<typeof keptLog>;
  let posts: TextToSend[];
  let result: SendResult;
  let list: SentMessage[] | undefined;
  let lane: Lane;
  let mine: (over?: Partial<OutgoingText>) => OutgoingText;
  let deliver: ReturnType<typeof createDeliver>;

  beforeEach(async () => {
    clock.time = NOW;
    log = keptLog();
    [posts, list, result] = [[], [], { result: 'accepted', sid: 'SM-new' }];
    const vault = createVault({ keyring: newKeyring(), keyStore: createMemoryKeyStore() });
    const keyId = await vault.newKey();
    const sealed = await vault.seal(keyId, 'Are you safe?', place(ref, 'text'));
    const number = await vault.seal(keyId, JSON.stringify(route), place(ref, 'number'));
    lane = {
      ...{ ref, fence: 1, turn: 1, mode: 'bot', conversation: keyId, state: undefined, number, optedOut: false },
      ...{ asked: undefined, timer: undefined, recent: [], past: [], inbox: [], outbox: [] },
    };
    mine = (over = {}) => text('a', { state: 'attempted', tries: 1, attemptedAt: NOW, keyId, sealed, ...over });
    deliver = createDeliver({
      ...{ clock, vault, log, postTimeoutMs: 8000, leaseMs: 15_000 },
      sender: {
        async send(post) {
          posts.push(post);
          return result;
        },
      },
      providerLog: {
        async *inboundSince() {},
        async sentTo() {
          if (list === undefined) throw new Error('Twilio is away');
          return list;
        },
      },
    });
  });

  describe('send', () => {
    it('posts the words to the number, with our id and the time that is left', async () => {
      clock.time = NOW + 1000;
      await deliver.send(lane, mine({ at: clock.time }));
      expect(posts).toEqual([{ id: 'a', ...route, body: 'Are you safe?', validitySeconds: 599 }]);
    });

    it.each<[SendResult, Partial<OutgoingText>]>([
      [
        { result: 'accepted', sid: 'SM1' },
        { state: 'accepted', sid: 'SM1', at: NOW },
      ],
      [{ result: 'ambiguous' }, { state: 'unresolved', at: NOW + 5000, looks: 0 }],
      [
        { result: 'retry', afterMs: 30_000, code: 429 },
        { state: 'waiting', at: NOW + 30_000 },
      ],
      [
        { result: 'refused', code: 21610 },
        { state: 'accepted', report: { sid: '', status: 'failed', errorCode: 21610 } },
      ],
      [{ result: 'opted-out' }, { state: 'accepted', report: { sid: '', status: 'failed', errorCode: 21610 } }],
    ])('after %j leaves the text so', async (answer, left) => {
      result = answer;
      expect(await deliver.send(lane, mine())).toEqual(mine(left));
    });

    it.each([
      [1, 1000],
      [2, 2000],
      [5, 16_000],
      [40, 60_000],
    ])('waits longer after each try: after %i, %i ms', async (tries, ms) => {
      result = { result: 'retry', afterMs: 0 };
      expect(await deliver.send(lane, mine({ tries }))).toMatchObject({ state: 'waiting', at: NOW + ms });
    });
  });

  describe('look', () => {
    const listed = (over: Partial<SentMessage> = {}): SentMessage => ({
      ...{ sid: 'SM9', body: 'Are you safe?', dateCreated: NOW + 1000, status: 'sent' },
      ...over,
    });

    it('believes a callback with our id before the list', async () => {
      const report = { sid: 'SM7', status: 'sent' } as const;
      expect(await deliver.look(lane, mine({ report }))).toEqual(mine({ report, state: 'accepted', sid: 'SM7' }));
    });

    it('takes for the text what bears its words, its time and no other text’s SID', async () => {
      list = [listed()];
      expect(await deliver.look(lane, mine())).toEqual(mine({ state: 'accepted', sid: 'SM9' }));
      expect(log.events).toEqual([['text-resolved']]);
    });

    it('allows for the provider’s clock being behind by a few seconds', async () => {
      list = [listed({ dateCreated: NOW - 4000 })];
      expect(await deliver.look(lane, mine())).toMatchObject({ state: 'accepted' });
    });

    it.each([
      ['has other words', listed({ body: 'Are you safe' })],
      ['was sent before', listed({ dateCreated: NOW - 6000 })],
      ['is another text of the lane', listed({ sid: 'SM-other' })],
    ])('takes for it nothing that %s', async (_why, message) => {
      list = [message];
      lane = { ...lane, outbox: [text('b', { state: 'accepted', sid: 'SM-other' })] };
      expect(await deliver.look(lane, mine())).toMatchObject({ state: 'unresolved', at: NOW + 5000, looks: 1 });
    });

    it('counts a text that was absent twice as never sent', async () => {
      const once = await deliver.look(lane, mine());
      clock.time = NOW + 5000;
      expect(await deliver.look(lane, once)).toEqual(mine({ state: 'waiting', at: NOW + 5000, looks: 0 }));
    });

    it.each<[OutgoingText['weight'], OutgoingText['state']]>([
      ['safety', 'waiting'],
      ['direct', 'waiting'],
      ['stop-confirmation', 'waiting'],
      ['ordinary', 'unresolved'],
      ['notice', 'unresolved'],
      ['advocate', 'unresolved'],
    ])('with the list out of reach a text of weight %s ends %s', async (weight, state) => {
      list = undefined;
      let found = mine({ weight });
      for (let n = 0; n < 5 && found.state !== 'waiting'; n += 1) found = await deliver.look(lane, found);
      expect(found.state).toBe(state);
    });
  });
});
