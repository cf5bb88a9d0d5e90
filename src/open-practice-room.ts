import { createMemoryDeskEvents } from './adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from './adapters/memory/desk-index.ts';
import { createMemoryKeyStore } from './adapters/memory/key-store.ts';
import { createMemoryLanes } from './adapters/memory/lanes.ts';
import { createMemoryLineState } from './adapters/memory/line-state.ts';
import { noTranslator } from './adapters/memory/no-translator.ts';
import { createMemoryPresence } from './adapters/memory/presence.ts';
import { createMemoryRecords } from './adapters/memory/records.ts';
import { createMemoryReviews } from './adapters/memory/reviews.ts';
import { createMemoryTalkPapers } from './adapters/memory/talk-papers.ts';
import { createMemoryTallies } from './adapters/memory/tallies.ts';
import { createDeskService } from './hotline/desk/create-desk-service.ts';
import type { Staff } from './hotline/desk/desk-service.ts';
import { newKeyring } from './hotline/keyring.ts';
import { createLine } from './hotline/line.ts';
import type { Clock, Log, Sender } from './hotline/ports.ts';
import type { PracticeRoom } from './hotline/practice/practice.ts';
import { createRound, type Round, type Schedule } from './hotline/practice/round.ts';
import type { Signs } from './hotline/practice/script.ts';
import { seated } from './hotline/practice/seated.ts';
import { watchDesk } from './hotline/practice/watch-desk.ts';
import type { SetLibrary } from './hotline/set-library.ts';

const LINE_NUMBER = '233733';
/** Numbers that no phone has (NANP 555-0100 to 555-0199). */
const FIRST_TEXTER = 15555550100;
const TEXTERS = 100;
/** More than the conversations that one room sees. */
const CACHED_KEYS = 200;
const DELIVERED_AFTER_MS = 1_000;
const OPENS_EVERY_MS = 5_000;
const silent: Log = { event: () => {} };

/**
 * A line of a trainee's own, with its desk: the real rules and words over stores in this process's memory. Its texters are
 * scripts, and what it sends goes nowhere but to them.
 */
export function openPracticeRoom(deps: {
  clock: Clock;
  library: SetLibrary;
  signs: Signs;
  trainee: Staff;
  schedule?: Schedule;
}): PracticeRoom {
  const { library, signs, trainee, schedule = wallSchedule } = deps;
  /** How far back the room lives for a moment, for what somebody wrote a while ago. */
  let back = 0;
  let count = 0;
  const clock: Clock = { now: () => deps.clock.now() - back };
  const lanes = createMemoryLanes();
  const events = createMemoryDeskEvents();
  const index = createMemoryDeskIndex(events);
  const papers = createMemoryTalkPapers();
  const presence = createMemoryPresence();
  const rounds = new Map<string, Round>();
  /** The advocate's own texts, by outbox id: all else that leaves is the bot's. */
  const said = new Set<string>();
  const reports = new Set<{ cancel(): void }>();

  const sender: Sender = {
    async send({ id, to, from, body }) {
      const sid = nextSid();
      const arrive = () => line.report({ oid: id, sid, status: 'delivered', to, from });
      const report = schedule(() => {
        reports.delete(report);
        void arrive();
      }, DELIVERED_AFTER_MS);
      reports.add(report);
      // What they wrote before anybody came answers what the bot had asked them by then.
      if (back > 0) await arrive();
      if (said.delete(id)) rounds.get(to)?.hear(body);
      return { result: 'accepted', sid };
    },
  };
  const lineState = createMemoryLineState(clock.now);
  const line = createLine(
    {
      ...{
        clock,
        lanes,
        library,
        desk: index,
        deskEvents: events,
        papers,
        tallies: createMemoryTallies(),
        reviews: createMemoryReviews(),
        sender,
        log: silent,
      },
      keyStore: createMemoryKeyStore(),
      keyring: newKeyring(),
      records: createMemoryRecords(),
      lineState,
      providerLog: { async *inboundSince() {}, sentTo: async () => [] },
      mayRetry: () => false,
    },
    { cachedKeys: CACHED_KEYS },
  );
  const desk = createDeskService({
    ...{ clock, lanes, library, index, events, presence, papers, lineState, log: silent },
    vault: line.vault,
    roster: { list: async () => [{ ...seated(trainee), disabled: false, language: 'en' }] },
    lane: line.commands,
    translator: noTranslator,
  });
  line.workers.start();

  function nextSid(): string {
    count += 1;
    return `SM${String(count).padStart(32, '0')}`;
  }

  async function write(from: string, body: string): Promise<void> {
    await line.accept({ sid: nextSid(), from, channel: 'sms', to: LINE_NUMBER, body, media: [] });
  }

  async function roundOf(talk: string): Promise<Round | undefined> {
    const ref = await index.find(talk);
    if (ref === undefined) return undefined;
    const found = [...rounds].find(([number]) => line.pseudonyms(number).names.includes(ref.name));
    return found?.[1];
  }

  return {
    desk: watchDesk(desk, {
      async did(talk, act, as) {
        const round = await roundOf(talk);
        round?.did(act, as);
        if (act === 'close' || act === 'release') round?.end();
      },
      said: (id) => void said.add(id),
    }),

    async begin(script) {
      // Whoever begins is there, also before their browser has opened the stream.
      await desk.beat(trainee.id);
      const number = `+${FIRST_TEXTER + (rounds.size % TEXTERS)}`;
      const round = createRound({
        ...{ script, signs, schedule, now: deps.clock.now },
        write: (text) => void write(number, text),
      });
      rounds.set(number, round);
      for (const [place, text] of script.opens.entries()) {
        back = script.minutesAgo * 60_000 + (script.opens.length - 1 - place) * OPENS_EVERY_MS;
        await write(number, text);
        await line.workers.idle();
      }
      back = 0;
      await line.workers.look();
      return round;
    },

    async close() {
      for (const report of reports) report.cancel();
      await desk.events.close();
      await line.workers.drain();
    },
  };
}

function wallSchedule(run: () => void, ms: number): { cancel(): void } {
  const timer = setTimeout(run, ms).unref();
  return { cancel: () => clearTimeout(timer) };
}
