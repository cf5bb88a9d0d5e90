import { createMemoryDeskEvents } from '../../src/adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from '../../src/adapters/memory/desk-index.ts';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createMemoryLanes } from '../../src/adapters/memory/lanes.ts';
import { createMemoryLineState } from '../../src/adapters/memory/line-state.ts';
import { createMemoryRecords } from '../../src/adapters/memory/records.ts';
import { createMemoryReviews } from '../../src/adapters/memory/reviews.ts';
import { createMemoryTalkPapers } from '../../src/adapters/memory/talk-papers.ts';
import { createMemoryTallies } from '../../src/adapters/memory/tallies.ts';
import type { Card } from '../../src/conversation/card.ts';
import type { TurnInput } from '../../src/conversation/conversation.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { PublishedSet } from '../../src/conversation/published-set.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { createLine } from '../../src/hotline/line.ts';
import type { KillLabel, SendResult, SentMessage, StatusReport, TextToSend } from '../../src/hotline/ports.ts';
import { createPseudonyms } from '../../src/hotline/pseudonyms.ts';
import { handClock, keptLog } from './samples.ts';

const PHONE = '+15555550100';
const LINE_NUMBER = '233733';

/** What the test decides a turn to be: what it says, and in which state it leaves the conversation. `waiting` has a card. */
export type Say = (input: TurnInput, state: ConversationState | undefined) => { effects?: Effect[]; value?: string };

/** The hotline over a conversation that the test plays, in memory, on a clock and a Twilio of the test's own. */
export function smallLine(say: Say) {
  const clock = handClock();
  const log = keptLog();
  const lanes = createMemoryLanes(clock.now);
  const keyring = newKeyring();
  const { partition, names } = createPseudonyms(keyring)(PHONE);
  const ref = { partition, name: names[0] ?? '' };
  const desk = createMemoryDeskIndex();
  const tallies = createMemoryTallies();
  const posts: (TextToSend & { sid: string })[] = [];
  const list: SentMessage[] = [];
  const turns: TurnInput[] = [];
  const answers: ((text: TextToSend) => SendResult | Promise<SendResult>)[] = [];
  const kills = new Map<KillLabel, () => unknown>();
  let count = 0;
  const nextSid = () => {
    count += 1;
    return `SM${count}`;
  };
  const talker = {
    hash: 'set1',
    // Only these are read of a set whose conversation is played.
    set: { profile: { defaultLanguage: 'en' }, danger: {} } as unknown as PublishedSet,
    conversation: {
      turn(state: ConversationState | undefined, input: TurnInput) {
        turns.push(input);
        const { effects = [], value = 'bot.tip.where' } = say(input, state);
        const fresh = state === undefined || state.value === 'quiet';
        return { state: { set: 'set1', value, context: { language: 'en' } }, effects, fresh };
      },
      timers: () => ({}),
      card: ({ value }: ConversationState): Card | undefined =>
        value === 'waiting'
          ? { priority: 'red', reasons: ['weapon'], since: clock.now(), status: 'waiting', language: 'en' }
          : undefined,
    },
    words: { render: (_language: string, key: string) => key },
  };

  const line = createLine(
    {
      ...{ clock, lanes, desk, log, keyring, keyStore: createMemoryKeyStore() },
      ...{
        deskEvents: createMemoryDeskEvents(),
        papers: createMemoryTalkPapers(),
        tallies,
        reviews: createMemoryReviews(),
      },
      ...{ records: createMemoryRecords(), lineState: createMemoryLineState(clock.now) },
      library: { current: () => talker, of: async () => talker, relist: async () => {} },
      mayRetry: (code) => code === 30008,
      providerLog: { async *inboundSince() {}, sentTo: async () => list },
      sender: {
        async send(text) {
          const sid = nextSid();
          posts.push({ ...text, sid });
          return answers.shift()?.(text) ?? { result: 'accepted', sid };
        },
      },
    },
    { schedule: () => ({ cancel() {} }), kill: { reach: async (label) => void (await kills.get(label)?.()) } },
  );

  async function settle() {
    await line.workers.idle();
    await line.workers.look();
    await line.workers.idle();
  }

  return {
    ...{ line, lanes, desk, tallies, log, clock, posts, list, turns, answers, kills, settle },
    accept: (body: string) =>
      line.accept({ sid: nextSid(), from: PHONE, channel: 'sms', to: LINE_NUMBER, body, media: [] }),
    async text(body: string) {
      clock.time += 1000;
      await this.accept(body);
      await settle();
    },
    async wait(ms: number) {
      clock.time += ms;
      await settle();
    },
    async report(oid: string, status: StatusReport['status'], errorCode?: number) {
      const sid = posts.find(({ id }) => id === oid)?.sid ?? 'SM0';
      await line.report({ oid, sid, status, to: PHONE, from: LINE_NUMBER, ...(errorCode && { errorCode }) });
      await settle();
    },
    /** The lane as it is stored, when nobody works it. */
    async lane() {
      const lane = await lanes.lease(ref, 0);
      if (lane === undefined) throw new Error('The lane is in hand.');
      return lane;
    },
    bodies: () => posts.map(({ body }) => body),
    codes: () => log.events.map(([code]) => code),
  };
}
