import { readSetFiles } from '../../../src/adapters/files/read-set-files.ts';
import { createMemoryDeskEvents } from '../../../src/adapters/memory/desk-events.ts';
import { createMemoryDeskIndex } from '../../../src/adapters/memory/desk-index.ts';
import { createMemoryFlowSets } from '../../../src/adapters/memory/flow-sets.ts';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { createMemoryLanes } from '../../../src/adapters/memory/lanes.ts';
import { createMemoryLineState } from '../../../src/adapters/memory/line-state.ts';
import { noTranslator } from '../../../src/adapters/memory/no-translator.ts';
import { createMemoryPresence } from '../../../src/adapters/memory/presence.ts';
import { createMemoryRecords } from '../../../src/adapters/memory/records.ts';
import { createMemoryReviews } from '../../../src/adapters/memory/reviews.ts';
import { createMemoryTalkPapers } from '../../../src/adapters/memory/talk-papers.ts';
import { createMemoryTallies } from '../../../src/adapters/memory/tallies.ts';
import type { CommandLane } from '../../../src/hotline/desk/command-lane.ts';
import { createDeskService } from '../../../src/hotline/desk/create-desk-service.ts';
import type { TalkView } from '../../../src/hotline/desk/desk-view.ts';
import { createOnCall } from '../../../src/hotline/desk/on-call.ts';
import type { RosterEntry } from '../../../src/hotline/desk/roster.ts';
import { createTalks } from '../../../src/hotline/desk/talks.ts';
import { createDeskWatch } from '../../../src/hotline/desk/watch.ts';
import { newKeyring } from '../../../src/hotline/keyring.ts';
import { createLine } from '../../../src/hotline/line.ts';
import type { DeskIndex, KillLabel, StatusReport, Translator } from '../../../src/hotline/ports.ts';
import { createPseudonyms } from '../../../src/hotline/pseudonyms.ts';
import { createRecordDesk } from '../../../src/hotline/records/record-desk.ts';
import { createTalkRecords } from '../../../src/hotline/records/talk-records.ts';
import { openSetLibrary } from '../../../src/hotline/set-library.ts';
import { wordsOf } from '../../../src/words-of.ts';
import { readSetOnce } from '../../support/read-set-once.ts';
import { handClock, keptLog } from '../samples.ts';

const LINE_NUMBER = '233733';
const { files } = await readSetFiles('.');
const silent = keptLog();
const opened = await openSetLibrary({
  ...{ files, flowSets: createMemoryFlowSets(), createWords: wordsOf, readChecked: readSetOnce, log: silent },
});
if (!opened.ok) throw new Error('The flows have faults.');
const { library } = opened;

/** Somebody of the staff: an advocate on shift who speaks English, unless told otherwise. */
export function member(id: string, over: Partial<RosterEntry> = {}): RosterEntry {
  return {
    ...{ id, name: `${id[0]?.toUpperCase()}${id.slice(1)}`, roles: ['advocate'], languages: ['en'], skills: [] },
    ...{ shift: 'on', loadCap: 3, disabled: false, language: 'en' },
    ...over,
  };
}

/** A line with the real flows and a desk, in memory, on a clock and a provider of the test's own. */
export function deskLine(
  staff: RosterEntry[] = [member('ana'), member('ben'), member('sue', { roles: ['supervisor'] })],
  translator: Translator = noTranslator,
) {
  const clock = handClock();
  const log = keptLog();
  const events = createMemoryDeskEvents();
  // An index that may be lost, and a store that may be away.
  let kept = createMemoryDeskIndex(events);
  let away = false;
  const index: DeskIndex = {
    put: (...given) => kept.put(...given),
    async list() {
      if (away) throw new Error('The store is away.');
      return kept.list();
    },
    find: (talk) => kept.find(talk),
    forget: (talks) => kept.forget(talks),
    point: (...given) => kept.point(...given),
    isWhole: () => kept.isWhole(),
    markWhole: () => kept.markWhole(),
  };
  const keyring = newKeyring();
  const posts: { id: string; to: string; body: string; sid: string }[] = [];
  const stalled = new Map<string, Promise<void>>();
  const media = new Map<string, { contentType: string; bytes: Buffer }>();
  const ports = {
    ...{ clock, log, keyring, library, keyStore: createMemoryKeyStore(), lanes: createMemoryLanes(clock.now) },
    ...{ desk: index, deskEvents: events, papers: createMemoryTalkPapers(), records: createMemoryRecords() },
    ...{
      lineState: createMemoryLineState(clock.now),
      mayRetry: () => false,
      tallies: createMemoryTallies(),
      reviews: createMemoryReviews(),
    },
    providerLog: { async *inboundSince() {}, sentTo: async () => [] },
    sender: {
      async send({ id, to, body }: { id: string; to: string; body: string }) {
        await stalled.get(to);
        const sid = `SM${String(posts.length).padStart(32, '0')}`;
        posts.push({ id, to, body, sid });
        return { result: 'accepted' as const, sid };
      },
    },
  };
  const reached = new Map<KillLabel, () => unknown>();
  const kill = { reach: async (label: KillLabel) => void (await reached.get(label)?.()) };
  const line = createLine(ports, { kill, schedule: () => ({ cancel() {} }) });
  const presence = createMemoryPresence(clock.now);
  const roster = { list: async () => staff };
  const { lanes, lineState, sender, tallies, reviews } = ports;
  let between: (() => Promise<void>) | undefined;
  const lane: CommandLane = {
    ...line.commands,
    async command(...given) {
      const run = between;
      between = undefined;
      await run?.();
      return line.commands.command(...given);
    },
  };
  const desk = createDeskService({
    ...{ clock, lanes, vault: line.vault, library, index, events, presence, papers: ports.papers, roster, log },
    ...{ lane, lineState, translator },
    media: { fetch: async (url) => media.get(url) },
  });
  const onCall = createOnCall({
    ...{ roster, lanes, lineState, sender, library, pseudonyms: createPseudonyms(keyring), from: LINE_NUMBER },
  });
  const watch = createDeskWatch({
    ...{ clock, lanes, lane, index, presence, roster, lineState, library, onCall, vault: line.vault },
  });
  let texts = 0;

  async function post(from: string, body: string, links: { url: string; contentType: string }[] = [], at?: number) {
    texts += 1;
    const sid = `SM${String(texts).padStart(32, 'a')}`;
    await line.accept({ sid, from, channel: 'sms', to: LINE_NUMBER, body, media: links }, at);
  }

  async function settle() {
    await line.workers.idle();
    await line.workers.look();
    await line.workers.idle();
  }

  return {
    papers: ports.papers,
    talkRecords: createTalkRecords({
      ...{ clock, vault: line.vault, keyring, records: ports.records, events },
      talks: createTalks({ lanes, vault: line.vault, index, library }),
    }),
    records: createRecordDesk({
      ...{ clock, vault: line.vault, records: ports.records, roster, library, events },
    }),
    ...{
      line,
      lanes,
      tallies,
      reviews,
      desk,
      index,
      events,
      presence,
      watch,
      log,
      clock,
      posts,
      media,
      staff,
      settle,
      library,
    },
    /** Somebody of the staff, by id. */
    who(id: string) {
      const found = staff.find((one) => one.id === id);
      if (found === undefined) throw new Error(`There is no ${id}.`);
      return found;
    },
    setAway(is: boolean) {
      away = is;
    },
    /** The provider takes no text to this number until the promise is kept. */
    stall(to: string, until: Promise<void>) {
      stalled.set(to, until);
    },
    /** Lets something happen between the next command's decision and its reaching the lane. */
    beforeCommand(run: () => Promise<void>) {
      between = run;
    },
    loseIndex() {
      kept = createMemoryDeskIndex(events);
    },
    /** A text is found so long after it came. */
    async late(from: string, body: string, ms: number) {
      await post(from, body, [], clock.time - ms);
      await settle();
    },
    /** A text comes, and nobody waits for what the line makes of it. */
    post,
    async text(from: string, body: string, links: { url: string; contentType: string }[] = []) {
      clock.time += 1_000;
      await post(from, body, links);
      await settle();
    },
    /** Lets something happen, once, when the line gets there. */
    once(label: KillLabel, run: () => unknown) {
      reached.set(label, () => {
        reached.delete(label);
        return run();
      });
    },
    /** Lets time pass in steps of a second, with the consoles of these accounts open. */
    async wait(ms: number, ...open: string[]) {
      for (let passed = 0; passed < ms; passed += 1_000) {
        clock.time += Math.min(1_000, ms - passed);
        for (const account of open) await presence.beat(account);
        await watch.look();
        await settle();
      }
    },
    async report(oid: string, status: StatusReport['status'], errorCode?: number) {
      const { to = '', sid = '' } = posts.find(({ id }) => id === oid) ?? {};
      await line.report({ oid, sid, status, to, from: LINE_NUMBER, ...(errorCode && { errorCode }) });
      await settle();
    },
    /** The bodies that went to a number. */
    sentTo: (number: string) => posts.filter(({ to }) => to === number).map(({ body }) => body),
    /** Takes the next person for an advocate. */
    async take(id: string): Promise<{ talk: string; fence: number }> {
      const taken = await desk.next(this.who(id));
      if (taken.outcome !== 'done') throw new Error(`Nobody was taken: ${taken.outcome}`);
      await settle();
      return taken;
    },
    async view(id: string, talk: string, after = 0): Promise<TalkView> {
      const view = await desk.view(this.who(id), talk, { after, language: 'en' });
      if (view === undefined) throw new Error('It cannot be read.');
      return view;
    },
  };
}
