import {
  hasArrived,
  isLost,
  type Lane,
  type LaneNames,
  type LaneRef,
  type Lanes,
  type OutboxItem,
  type OutgoingText,
  statusRank,
} from '../../hotline/ports.ts';
import { blank, change, endFate, type Kept, view, write } from './kept-lane.ts';

const SEEN_MS = 72 * 3_600_000;

/** Lanes in this process's memory: for the terminal phone and for tests. `storeNow` is the clock that leases run on. */
export function createMemoryLanes(storeNow: () => number = Date.now): Lanes {
  const lanes = new Map<string, Kept>();
  const dueAt = new Map<string, number>();

  const find = ({ names, partition }: LaneNames): Kept => {
    const known = names.map((name) => lanes.get(name)).filter((lane) => lane !== undefined);
    return known.find(({ optedOut }) => optedOut) ?? known[0] ?? keep({ partition, name: names[0] ?? '' });
  };
  const keep = (ref: LaneRef): Kept => {
    const made = lanes.get(ref.name) ?? blank(ref);
    lanes.set(ref.name, made);
    return made;
  };
  const markDue = (lane: Kept, at: number) => {
    dueAt.set(lane.ref.name, Math.min(at, dueAt.get(lane.ref.name) ?? Number.POSITIVE_INFINITY));
  };
  const isLeased = (lane: Kept) => lane.lease !== undefined && lane.lease.until > storeNow();
  const holds = (lane: Kept, fence: number) => isLeased(lane) && lane.lease?.fence === fence;
  const extend = (lane: Kept, leaseMs: number) => {
    if (lane.lease) lane.lease.until = storeNow() + leaseMs;
  };
  const take = (lane: Kept, leaseMs: number): Lane => {
    lane.fence += 1;
    lane.lease = { fence: lane.fence, until: storeNow() + leaseMs };
    lane.attention = false;
    return view(lane);
  };
  const seenBefore = (lane: Kept, id: string, now: number): boolean => {
    if (lane.seen.has(id)) return true;
    lane.seen.set(id, now);
    for (const [old, at] of lane.seen) if (at < now - SEEN_MS) lane.seen.delete(old);
    return false;
  };

  return {
    async accept(names, item, now, leaseMs) {
      const lane = find(names);
      if (seenBefore(lane, item.id, now)) return { outcome: 'seen', ref: lane.ref, lane: undefined };
      lane.inbox.push(item);
      markDue(lane, now);
      const leased = leaseMs > 0 && !isLeased(lane) ? take(lane, leaseMs) : undefined;
      return { outcome: 'stored', ref: lane.ref, lane: leased };
    },

    async lease(ref, leaseMs) {
      const lane = keep(ref);
      return isLeased(lane) ? undefined : take(lane, leaseMs);
    },

    async commit({ ref, fence }, turn, attempt) {
      const lane = keep(ref);
      if (!holds(lane, fence)) return { outcome: 'moved' };
      if (lane.turn === turn.after + 1) return { outcome: 'written', go: isMarked(lane, attempt) };
      if (lane.turn !== turn.after) return { outcome: 'moved' };
      write(lane, turn);
      extend(lane, turn.leaseMs);
      if (attempt === undefined || lane.inbox.length > 0 || !lane.outbox.has(attempt.id))
        return { outcome: 'written', go: false };
      change(lane, { put: [attempt], drop: [] });
      return { outcome: 'written', go: true };
    },

    async settle({ ref, fence }, settlement) {
      const lane = keep(ref);
      if (!holds(lane, fence)) return { outcome: 'moved' };
      change(lane, settlement);
      for (const { id } of settlement.put) if (isDone(lane.outbox.get(id))) lane.outbox.delete(id);
      if (settlement.asked) lane.asked = settlement.asked;
      const unsaid = settlement.attempt !== undefined && !lane.outbox.has(settlement.attempt.id);
      if (lane.inbox.length > 0 || lane.attention || unsaid) {
        lane.attention = false;
        extend(lane, settlement.leaseMs);
        return { outcome: 'again', lane: view(lane) };
      }
      if (settlement.attempt) {
        change(lane, { put: [settlement.attempt], drop: [] });
        extend(lane, settlement.leaseMs);
        return { outcome: 'go' };
      }
      lane.lease = undefined;
      if (settlement.dueAt === undefined) dueAt.delete(ref.name);
      else dueAt.set(ref.name, settlement.dueAt);
      return { outcome: 'released' };
    },

    async report(names, report, now) {
      const { oid, status } = report;
      const known = names.names.map((name) => lanes.get(name)).filter((lane) => lane !== undefined);
      const lane = known.find(({ outbox }) => outbox.has(oid)) ?? known.find(({ fates }) => fates.has(oid));
      const item = lane?.outbox.get(oid);
      for (const other of hasArrived(status) ? known : []) unlose(other, oid);
      const ref = lane?.ref ?? { partition: names.partition, name: names.names[0] ?? '' };
      const nothing = { ref, wake: false, talk: undefined };
      if (lane === undefined || (item === undefined && !hasArrived(status))) return nothing;
      const talk = lane.fates.has(oid) ? lane.conversation : undefined;
      const keepFate = () => lane.fates.has(oid) && lane.fates.set(oid, fateOf(report));
      if (item?.kind !== 'text') {
        keepFate();
        return { ref, wake: false, talk };
      }
      if (item.report && statusRank(status) <= statusRank(item.report.status)) return nothing;
      keepFate();
      const settled = item.state === 'accepted';
      if (settled && hasArrived(status)) lane.outbox.delete(item.id);
      else lane.outbox.set(item.id, { ...item, report: { sid: report.sid, status, ...code(report) } });
      const others = [...lane.outbox.keys()].some((id) => id !== item.id);
      const wake = others || item.state === 'unresolved' || isLost(status);
      if (wake) {
        lane.attention = true;
        markDue(lane, now);
      }
      return { ref, wake, talk };
    },

    async peek({ name }) {
      const lane = lanes.get(name);
      if (lane === undefined || lane.fence === 0) return undefined;
      return { ...view(lane), owner: lane.owner && { ...lane.owner }, fates: Object.fromEntries(lane.fates) };
    },

    async tell(ref, conversation, item, now) {
      const lane = keep(ref);
      if (lane.conversation !== conversation) return 'gone';
      if (seenBefore(lane, item.id, now)) return 'seen';
      lane.inbox.push(item);
      markDue(lane, now);
      return 'stored';
    },

    async unsay(ref, owner, fence, id, now) {
      const lane = keep(ref);
      if (lane.owner?.name !== owner || lane.owner.fence !== fence) return 'not-owner';
      const item = lane.outbox.get(id);
      const waits = item?.kind === 'text' && item.weight === 'advocate' && item.state === 'waiting' && item.tries === 0;
      if (!waits || item.at <= now) return 'too-late';
      lane.outbox.delete(id);
      lane.fates.set(id, 'dropped');
      return 'done';
    },

    async *onDesk(modes = ['waiting', 'live']) {
      for (const { ref, mode, conversation, owner } of lanes.values()) {
        if (conversation === undefined || mode === undefined || !modes.includes(mode)) continue;
        yield { ref, mode, conversation, owner: owner?.name };
      }
    },

    async claim(ref, owner, item, now) {
      const lane = keep(ref);
      if (lane.owner?.name === owner) return { fence: lane.owner.fence };
      if (lane.mode !== 'waiting') return 'not-waiting';
      lane.fence += 1;
      lane.mode = 'live';
      lane.owner = { name: owner, fence: lane.fence };
      lane.lease = undefined;
      for (const [id, text] of lane.outbox) {
        if (!isUnsentByBot(text)) continue;
        endFate(lane, id);
        lane.outbox.delete(id);
      }
      lane.inbox.push(item);
      markDue(lane, now);
      return { fence: lane.fence };
    },

    async command(ref, owner, fence, item, now) {
      const lane = keep(ref);
      if (lane.owner?.name !== owner || lane.owner.fence !== fence) return 'not-owner';
      if (seenBefore(lane, item.id, now)) return 'seen';
      lane.inbox.push(item);
      markDue(lane, now);
      return 'stored';
    },

    async due(now, limit) {
      const taken = new Map<number, number>();
      return [...dueAt]
        .filter(([, at]) => at <= now)
        .sort(([, a], [, b]) => a - b)
        .map(([name]) => keepRef(lanes, name))
        .filter(({ partition }) => {
          const before = taken.get(partition) ?? 0;
          taken.set(partition, before + 1);
          return before < limit;
        });
    },

    async dueAfter(at, limit) {
      const later = [...dueAt].filter(([, due]) => due > at).map(([name]) => keepRef(lanes, name));
      return later.filter(({ partition }, n) => {
        return later.slice(0, n).filter((other) => other.partition === partition).length < limit;
      });
    },

    async postpone(ref, until) {
      const at = dueAt.get(ref.name);
      if (at !== undefined && at < until) dueAt.set(ref.name, until);
    },

    async earliestDue() {
      return dueAt.size > 0 ? Math.min(...dueAt.values()) : undefined;
    },

    async transcript(ref, conversation) {
      return [...(lanes.get(ref.name)?.transcripts.get(conversation) ?? [])];
    },

    async eraseTranscripts(conversations) {
      for (const { transcripts } of lanes.values()) for (const id of conversations) transcripts.delete(id);
    },

    async wipe({ ref, fence }, conversations) {
      const lane = keep(ref);
      if (!holds(lane, fence)) return;
      lane.past = lane.past.filter((conversation) => !conversations.includes(conversation));
      lane.fates.clear();
      for (const conversation of conversations) lane.transcripts.delete(conversation);
      if (lane.conversation === undefined || !conversations.includes(lane.conversation)) return;
      Object.assign(lane, { conversation: undefined, state: undefined, number: undefined, mode: undefined });
      Object.assign(lane, { asked: undefined, recent: [], timer: undefined, owner: undefined });
    },
  };
}

function fateOf({ status, errorCode }: { status: string; errorCode?: number }): string {
  return errorCode === undefined ? status : `${status} ${errorCode}`;
}

/** A question told as lost that has arrived after all stands again. */
function unlose(lane: Kept, id: string): void {
  if (lane.asked?.id === id) lane.asked = { id, at: lane.asked.at };
}

function isMarked(lane: Kept, attempt: OutgoingText | undefined): boolean {
  const item = attempt && lane.outbox.get(attempt.id);
  return item?.kind === 'text' && item.state === 'attempted' && item.tries === attempt?.tries;
}

/** A callback may tell that a text has arrived before its POST is answered: nothing is left to be done about it. */
function isDone(item: OutboxItem | undefined): boolean {
  return (
    item?.kind === 'text' && item.state === 'accepted' && item.report !== undefined && hasArrived(item.report.status)
  );
}

function isUnsentByBot(item: OutboxItem): item is OutgoingText {
  return item.kind === 'text' && item.state === 'waiting' && item.weight !== 'advocate';
}

function keepRef(lanes: Map<string, Kept>, name: string): LaneRef {
  return lanes.get(name)?.ref ?? { partition: 0, name };
}

function code({ errorCode }: { errorCode?: number }): { errorCode?: number } {
  return errorCode === undefined ? {} : { errorCode };
}
