import type {
  InboxItem,
  Lane,
  LaneEffect,
  LaneNames,
  LaneRef,
  OutgoingText,
  Settlement,
  StatusReport,
  Turn,
} from '../../../src/hotline/ports.ts';
import type { LaneStore } from './lane-store.ts';

/** A lease that no test outlives. */
export const LONG = 60_000;
/** A lease to wait out. */
export const SHORT = 30;
export const NOW = 1_700_000_000_000;

let count = 0;

/** Somebody who never texted before, under the names of two lookup keys. */
export function texter(partition?: number): LaneNames & { ref: LaneRef } {
  count += 1;
  const own = partition ?? count % 60;
  const name = `l2.name${count}`;
  return { partition: own, names: [name, `l1.name${count}`], ref: { partition: own, name } };
}

/** Bytes that are no valid UTF-8: a store that decodes them loses them. */
export function bytes(seed: string): Buffer {
  return Buffer.concat([Buffer.from([0, 255, 13, 10, 128]), Buffer.from(seed)]);
}

export function item(id: string, at = NOW): InboxItem {
  return { id, at, keyId: 'inbox-1', sealed: bytes(id) };
}

export function text(id: string, over: Partial<OutgoingText> = {}): OutgoingText {
  return {
    ...{ kind: 'text', id, seq: 1000, state: 'waiting', weight: 'ordinary', key: 'line.help', question: false },
    ...{ keyId: 'c1', sealed: bytes(id), bornAt: NOW, expiresAt: NOW + 600_000, tries: 0, at: NOW, looks: 0 },
    ...over,
  };
}

export function attempted(id: string, over: Partial<OutgoingText> = {}): OutgoingText {
  return text(id, { state: 'attempted', tries: 1, attemptedAt: NOW, ...over });
}

export function effect(id: string, over: Partial<LaneEffect> = {}): LaneEffect {
  return { kind: 'desk', id, seq: 1900, version: 1, payload: '{"priority":"red"}', at: NOW, tries: 0, ...over };
}

export function turn(lane: Lane, over: Partial<Turn> = {}): Turn {
  return {
    ...{ after: lane.turn, taken: lane.inbox.length, mode: 'bot', conversation: 'c1', previous: undefined },
    ...{ state: bytes('state'), number: bytes('number'), transcript: bytes('turn'), optedOut: false },
    ...{ asked: undefined, timer: undefined, put: [], drop: [], fates: {}, leaseMs: LONG },
    ...over,
  };
}

export function settlement(over: Partial<Settlement> = {}): Settlement {
  return { put: [], drop: [], asked: undefined, attempt: undefined, dueAt: undefined, leaseMs: LONG, ...over };
}

export function report(oid: string, status: StatusReport['status'], over: Partial<StatusReport> = {}): StatusReport {
  return { oid, status, sid: `SM-${oid}`, to: '+15555550100', from: '233733', ...over };
}

/** A texter's lane, leased for long, with one text in its inbox. */
export async function leased({ lanes }: LaneStore, names: LaneNames, id = 'SM1'): Promise<Lane> {
  const { lane } = await lanes.accept(names, item(id), NOW, LONG);
  if (lane === undefined) throw new Error('The lane was not free.');
  return lane;
}

/** A lane that has had a turn, and is free again. */
export async function rested(store: LaneStore, names: LaneNames, over: Partial<Turn> = {}): Promise<LaneRef> {
  const lane = await leased(store, names);
  await store.lanes.commit(lane, turn(lane, over), undefined);
  await store.lanes.settle(lane, settlement());
  return lane.ref;
}

/** Waits until a lease has run out, and takes the next. */
export async function leaseNext(store: LaneStore, ref: LaneRef): Promise<Lane> {
  for (;;) {
    const lane = await store.lanes.lease(ref, LONG);
    if (lane !== undefined) return lane;
    await store.pass(SHORT);
  }
}

/** What a lane holds now. It must be free. */
export async function look(store: LaneStore, ref: LaneRef): Promise<Lane> {
  const lane = await store.lanes.lease(ref, LONG);
  if (lane === undefined) throw new Error('Another holds the lane.');
  await store.lanes.settle(lane, settlement());
  return { ...lane, outbox: lane.outbox.toSorted((a, b) => a.id.localeCompare(b.id)) };
}
