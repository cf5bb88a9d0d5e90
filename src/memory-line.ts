import { createMemoryDeskEvents } from './adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from './adapters/memory/desk-index.ts';
import { createMemoryFlowSets } from './adapters/memory/flow-sets.ts';
import { createMemoryKeyStore } from './adapters/memory/key-store.ts';
import { createMemoryLanes } from './adapters/memory/lanes.ts';
import { createMemoryLineState } from './adapters/memory/line-state.ts';
import { createMemoryRecords } from './adapters/memory/records.ts';
import { createMemoryReviews } from './adapters/memory/reviews.ts';
import { createMemoryTalkPapers } from './adapters/memory/talk-papers.ts';
import { createMemoryTallies } from './adapters/memory/tallies.ts';
import type { Effect } from './conversation/effect.ts';
import type { ConversationState } from './conversation/state.ts';
import { newKeyring } from './hotline/keyring.ts';
import { createLine, type Line } from './hotline/line.ts';
import type { Lanes, Log } from './hotline/ports.ts';
import { openRecord } from './hotline/record-story.ts';
import { type Finding, openSetLibrary, type SetLibrary } from './hotline/set-library.ts';
import { wordsOf } from './words-of.ts';

/** A whole line in this process's memory, on a clock that only its owner moves. */
export interface MemoryLine {
  line: Line;
  lanes: Lanes;
  library: SetLibrary;
  now(): number;
  /** A text comes in; resolves when all that follows from it has been done. */
  text(from: string, body: string): Promise<void>;
  /** Does what is waiting to be done now. */
  settle(): Promise<void>;
  /** Moves the clock, stopping wherever something is due. */
  wait(ms: number): Promise<void>;
  /** What has happened since it was last asked. */
  take(): Happened;
}

export interface Happened {
  /** Bodies that left, in order. */
  sent: string[];
  effects: Effect[];
  /** Of the last turn, if there was one. */
  state: ConversationState | undefined;
  records: { kind: string; answers: Record<string, string> }[];
}

const LINE_NUMBER = '233733';
const silent: Log = { event: () => {} };
/** A moment long past, so that nobody takes the terminal's clock for the wall's. */
const START = Date.UTC(2026, 0, 1, 12);

/** Opens a line on memory adapters; findings instead when the set has faults. */
export async function openMemoryLine(
  files: Record<string, string>,
): Promise<{ ok: true; line: MemoryLine } | { ok: false; findings: Finding[] }> {
  let time = START;
  let count = 0;
  let happened: Happened = { sent: [], effects: [], state: undefined, records: [] };
  const clock = { now: () => time };
  const opened = await openSetLibrary({
    files,
    flowSets: createMemoryFlowSets(),
    log: silent,
    createWords: wordsOf,
  });
  if (!opened.ok) return opened;
  const library = watched(opened.library, (effects, state) => {
    happened.effects.push(...effects);
    happened.state = state;
  });
  const lanes = createMemoryLanes();
  const records = createMemoryRecords();

  const line = createLine(
    {
      clock,
      lanes,
      library,
      keyStore: createMemoryKeyStore(),
      keyring: newKeyring(),
      desk: createMemoryDeskIndex(),
      deskEvents: createMemoryDeskEvents(),
      papers: createMemoryTalkPapers(),
      tallies: createMemoryTallies(),
      reviews: createMemoryReviews(),
      records: {
        ...records,
        async put(record) {
          const { kind, answers } = await openRecord(record, line.vault);
          happened.records.push({ kind, answers });
          await records.put(record);
        },
      },
      lineState: createMemoryLineState(clock.now),
      sender: {
        async send({ id, to, from, body }) {
          happened.sent.push(body);
          const sid = nextSid();
          await line.report({ oid: id, sid, status: 'delivered', to, from });
          return { result: 'accepted', sid };
        },
      },
      providerLog: { async *inboundSince() {}, sentTo: async () => [] },
      log: silent,
      mayRetry: () => false,
    },
    { schedule: () => ({ cancel() {} }) },
  );

  function nextSid(): string {
    count += 1;
    return `SM${String(count).padStart(32, '0')}`;
  }

  async function settle(): Promise<void> {
    await line.workers.look();
    await line.workers.idle();
  }

  return {
    ok: true,
    line: {
      line,
      lanes,
      library,
      now: clock.now,
      settle,
      async text(from, body) {
        time += 1000;
        await line.accept({ sid: nextSid(), from, channel: 'sms', to: LINE_NUMBER, body, media: [] });
        await line.workers.idle();
        await settle();
      },
      async wait(ms) {
        const until = time + ms;
        for (;;) {
          const due = await lanes.earliestDue();
          if (due === undefined || due > until) break;
          time = Math.max(time + 1, due);
          await settle();
        }
        time = Math.max(time, until);
      },
      take() {
        const taken = happened;
        happened = { sent: [], effects: [], state: taken.state, records: [] };
        return taken;
      },
    },
  };
}

/** The same library, with each turn's outcome shown to `see`. */
function watched(library: SetLibrary, see: (effects: readonly Effect[], state: ConversationState) => void): SetLibrary {
  const watch = (talker: ReturnType<SetLibrary['current']>): typeof talker => ({
    ...talker,
    conversation: {
      ...talker.conversation,
      turn(state, input) {
        const result = talker.conversation.turn(state, input);
        see(result.effects, result.state);
        return result;
      },
    },
  });
  return {
    current: () => watch(library.current()),
    relist: library.relist,
    async of(hash) {
      const talker = await library.of(hash);
      return talker && watch(talker);
    },
  };
}
