import {
  type CardView,
  type CommandResult,
  type DeskEvent,
  type Entry,
  PRIORITIES,
  type Queue,
  type SayBody,
  type StaffName,
  type TalkView,
} from '../../../src/http/console-contract.ts';
import type { FakeTalk } from './fake-talks.ts';

const UNDO_MS = 4_000;
const STEP_MS = 300;

type Held = { talk: FakeTalk; said: SayBody; by: StaffName; timer: ReturnType<typeof setTimeout> };

/**
 * A desk in memory that answers as the contract says, so that the console can be seen without a line behind it. It decides nothing
 * that a person would rely on: the server's own tests do.
 */
export function createFakeDesk(all: FakeTalk[], tell: (event: DeskEvent) => void) {
  const talks = new Map(all.map((talk) => [talk.card.talk, talk]));
  const held = new Map<string, Held>();
  const seen = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();

  function changed(talk: FakeTalk, patch: Partial<CardView>, ring = false): void {
    talk.card = { ...talk.card, ...patch, version: talk.card.version + 1 };
    tell({ type: 'card', talk: talk.card.talk, version: talk.card.version, ...(ring && { ring }) });
  }

  function add(talk: FakeTalk, entry: { kind: Entry['kind'] } & Record<string, unknown>): void {
    talk.entries = [...talk.entries, { n: talk.entries.length, at: Date.now(), ...entry } as Entry];
  }

  function later(ms: number, run: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function send({ talk, said, by }: Held): void {
    const { id, text, original } = said;
    held.delete(id);
    add(talk, { kind: 'advocate', text, by, id, ...(original && { original }) });
    changed(talk, { unansweredSince: undefined });
    const states = ['sending', 'sent', 'delivered'] as const;
    states.forEach((state, step) => {
      later(step * STEP_MS, () => {
        talk.deliveries[id] = { state };
        tell({ type: 'delivery', talk: talk.card.talk });
      });
    });
  }

  function guard(talk: FakeTalk, { text, confirmed = [] }: SayBody, by: StaffName): CommandResult {
    const of = (card: CardView) => card.owner?.id === by.id;
    if (!of(talk.card)) return { outcome: 'not-owner' };
    if (talk.card.silentSince !== undefined && !confirmed.includes('silent')) return { outcome: 'silent' };
    const told = [...talks.values()].filter((other) => other !== talk && of(other.card)).map(wordsOf);
    const foreign = text.match(/\d{4,}/g)?.find((digits) => told.some((words) => words.includes(digits)));
    if (foreign && !wordsOf(talk).includes(foreign) && !confirmed.includes('wrong-thread'))
      return { outcome: 'wrong-thread', detail: foreign };
    return { outcome: 'done' };
  }

  return {
    talk: (id: string) => talks.get(id),
    queue(me: StaffName, supervises: boolean): Queue {
      const cards = [...talks.values()].map(({ card }) => card);
      const inOrder = cards
        .filter(({ status }) => status === 'waiting')
        .sort((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || a.since - b.since);
      const now = Date.now();
      const counts = PRIORITIES.map((priority) => {
        const since = inOrder.filter((card) => card.priority === priority).map((card) => card.since);
        return [priority, { waiting: since.length, longestMs: since.length ? now - Math.min(...since) : 0 }];
      });
      return {
        now,
        waiting: inOrder,
        live: cards.filter(({ status, owner }) => status === 'live' && (supervises || owner?.id === me.id)),
        optedOut: cards.filter(({ status }) => status === 'opted-out'),
        counts: Object.fromEntries(counts),
        onShift: 3,
      };
    },
    view(talk: FakeTalk, me: StaffName, after: number): TalkView {
      const { card, handoff, entries, deliveries, notes, draft, fence } = talk;
      return {
        card,
        ...(card.owner?.id === me.id && { fence }),
        handoff,
        entries: entries.slice(after),
        next: entries.length,
        deliveries,
        notes,
        draft,
        translates: card.language === 'es',
        legalHold: false,
      };
    },
    claim(talk: FakeTalk | undefined, by: StaffName): CommandResult<{ talk: string; fence: number }> {
      if (talk?.card.status !== 'waiting') return { outcome: 'not-waiting' };
      talk.fence += 1;
      add(talk, { kind: 'event', code: 'claim', by });
      changed(talk, { status: 'live', owner: by, reservedFor: undefined });
      return { outcome: 'done', talk: talk.card.talk, fence: talk.fence };
    },
    say(talk: FakeTalk, body: SayBody, by: StaffName): CommandResult {
      const result = guard(talk, body, by);
      if (result.outcome !== 'done' || seen.has(body.id)) return result;
      seen.add(body.id);
      talk.draft = '';
      talk.deliveries[body.id] = { state: 'held-back' };
      const one: Held = { talk, said: body, by, timer: later(UNDO_MS, () => send(one)) };
      held.set(body.id, one);
      return result;
    },
    unsay(id: string): CommandResult {
      const one = held.get(id);
      if (!one) return { outcome: seen.has(id) ? 'too-late' : 'unknown' };
      clearTimeout(one.timer);
      held.delete(id);
      one.talk.deliveries[id] = { state: 'dropped' };
      return { outcome: 'done' };
    },
    /** Any other command that leaves a mark in the transcript and on the card. */
    mark(talk: FakeTalk, by: StaffName, code: string, patch: Partial<CardView> = {}): CommandResult {
      add(talk, { kind: 'event', code, by });
      changed(talk, patch);
      return { outcome: 'done' };
    },
    close(talk: FakeTalk): CommandResult {
      changed(talk, { status: 'closed', owner: undefined });
      return { outcome: 'done' };
    },
    /** A texter writes. */
    text(id: string, text: string): void {
      const talk = talks.get(id);
      if (!talk) throw new Error('nobody there');
      add(talk, { kind: 'texter', text, media: [], late: false });
      changed(talk, { lastTextAt: Date.now(), unansweredSince: Date.now(), silentSince: undefined });
    },
    /** Somebody new comes to the queue. */
    arrive(talk: FakeTalk): void {
      talks.set(talk.card.talk, talk);
      changed(talk, {}, talk.card.priority === 'red');
    },
    /** Every text of advocates that was taken, in order: none may stand here twice. */
    said: (id: string) =>
      (talks.get(id)?.entries ?? []).flatMap((entry) => (entry.kind === 'advocate' ? [entry.text] : [])),
    /** How many texts were taken, each id once. */
    taken: () => seen.size,
    end: () => timers.forEach(clearTimeout),
  };
}

export type FakeDesk = ReturnType<typeof createFakeDesk>;

function wordsOf({ entries }: FakeTalk): string {
  return entries.map((entry) => ('text' in entry ? entry.text : '')).join(' ');
}
