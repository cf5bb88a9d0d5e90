import {
  hasArrived,
  isLost,
  type LaneNames,
  type LaneRef,
  type Lanes,
  type OutboxItem,
  PARTITIONS,
  recentAfter,
  statusRank,
} from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import {
  laneFields,
  packAsked,
  packInbox,
  packOutbox,
  packReport,
  REPORT,
  readLane,
  readPeeked,
} from './lane-codec.ts';
import { dueKey, laneKeys } from './lane-keys.ts';
import { lanesOnDesk } from './lanes-on-desk.ts';
import type { Scripts } from './load-scripts.ts';

type Reply = (Buffer | string)[];

/**
 * Lanes in Redis. `accept` runs on a connection that fails at once when the store is away; the rest may wait a little.
 * Every write is one script in one slot.
 */
export function createRedisLanes(options: { accept: Scripts; work: Scripts; connection: Connection }): Lanes {
  const { accept, work, connection } = options;

  return {
    async accept(names, item, now, leaseMs) {
      const refs = refsOf(names);
      const keys = refs.map(laneKeys).flatMap((key) => [key.lane, key.inbox, key.lease, key.seen, key.outbox]);
      const args = [item.id, packInbox(item), now, leaseMs, ...names.names];
      const reply = (await accept.runForBuffers('accept', [dueKey(names.partition), ...keys], args)) as [
        number,
        number,
        number?,
        Reply?,
        Reply?,
        Reply?,
      ];
      const [stored, index, fence, lane, inbox, outbox] = reply;
      const ref = refs[index - 1] as LaneRef;
      const leased = fence === undefined ? undefined : readLane(ref, fence, lane ?? [], inbox ?? [], outbox ?? []);
      return { outcome: stored === 1 ? 'stored' : 'seen', ref, lane: leased };
    },

    async lease(ref, leaseMs) {
      const key = laneKeys(ref);
      const reply = await work.runForBuffers('lease', [key.lane, key.inbox, key.lease, key.outbox], [leaseMs]);
      if (!reply) return undefined;
      const [fence, lane, inbox, outbox] = reply as [number, Reply, Reply, Reply];
      return readLane(ref, fence, lane, inbox, outbox);
    },

    async commit(lane, turn, attempt) {
      const key = laneKeys(lane.ref);
      const fields = laneFields(lane, turn);
      const keys = [key.lane, key.inbox, key.lease, key.outbox, key.transcript(turn.conversation), key.fates];
      const head = [lane.fence, turn.after, turn.taken, turn.transcript ?? '', turn.leaseMs, turn.previous ?? ''];
      const first = [attempt?.id ?? '', attempt ? packOutbox(attempt) : ''];
      const fates = Object.entries(turn.fates).flat();
      const put = outboxArgs(turn.put);
      const args = [...head, ...first, fields.length / 2, ...fields, ...put, fates.length / 2, ...fates, ...turn.drop];
      const written = await work.run('commit', keys, args);
      return written === 0 ? { outcome: 'moved' } : { outcome: 'written', go: written === 2 };
    },

    async settle(lane, settlement) {
      const { put, drop, asked, attempt, dueAt, leaseMs } = settlement;
      const key = laneKeys(lane.ref);
      const keys = [key.due, key.lane, key.inbox, key.lease, key.outbox, key.fates];
      const head = [lane.fence, leaseMs, attempt?.id ?? '', attempt ? packOutbox(attempt) : '', dueAt ?? ''];
      const recent = recentAfter(lane.recent, put);
      const fields = [...(asked ? ['q', packAsked(asked)] : []), ...(put.length > 0 ? ['r', recent.join(' ')] : [])];
      const place = [lane.ref.name, statusRank('delivered'), fields.length / 2];
      const args = [...head, ...place, ...fields, ...outboxArgs(put), ...drop];
      const reply = (await work.runForBuffers('settle', keys, args)) as [Buffer, Reply?, Reply?, Reply?];
      const outcome = String(reply[0]) as 'go' | 'released' | 'again' | 'moved';
      if (outcome !== 'again') return { outcome };
      return { outcome, lane: readLane(lane.ref, lane.fence, reply[1] ?? [], reply[2] ?? [], reply[3] ?? []) };
    },

    async report(names, report, now) {
      const refs = refsOf(names);
      const keys = refs.map(laneKeys).flatMap((key) => [key.lane, key.outbox, key.fates]);
      const { status, errorCode } = report;
      const fate = [statusRank(status), hasArrived(status) ? 1 : 0, now, isLost(status) ? 1 : 0];
      const told = errorCode === undefined ? status : `${status} ${errorCode}`;
      const args = [report.oid, packReport(report), ...fate, told, ...names.names];
      const reply = await accept.run('report', [dueKey(names.partition), ...keys], args);
      const [index, wake, talk] = reply as [number, number, string];
      return { ref: refs[Math.max(0, index - 1)] as LaneRef, wake: wake === 1, talk: talk || undefined };
    },

    async claim(ref, owner, item, now) {
      const key = laneKeys(ref);
      const keys = [key.due, key.lane, key.inbox, key.lease, key.outbox, key.fates];
      const fence = (await work.run('claim', keys, [owner, packInbox(item), now, ref.name])) as number;
      return fence === 0 ? 'not-waiting' : { fence };
    },

    async command(ref, owner, fence, item, now) {
      const key = laneKeys(ref);
      const args = [owner, fence, item.id, packInbox(item), now, ref.name];
      const reply = (await work.run('command', [key.due, key.lane, key.inbox, key.seen], args)) as -1 | 0 | 1;
      return ({ '-1': 'not-owner', '0': 'seen', '1': 'stored' } as const)[reply];
    },

    async peek(ref) {
      const key = laneKeys(ref);
      const reply = await work.runForBuffers('peek', [key.lane, key.inbox, key.outbox, key.fates], []);
      return readPeeked(ref, reply as Reply[]);
    },

    async tell(ref, conversation, item, now) {
      const key = laneKeys(ref);
      const args = [conversation, item.id, packInbox(item), now, ref.name];
      const reply = (await work.run('tell', [key.due, key.lane, key.inbox, key.seen], args)) as -1 | 0 | 1;
      return ({ '-1': 'gone', '0': 'seen', '1': 'stored' } as const)[reply];
    },

    async unsay(ref, owner, fence, id, now) {
      const key = laneKeys(ref);
      const reply = (await work.run('unsay', [key.lane, key.outbox, key.fates], [owner, fence, id, now])) as -1 | 0 | 1;
      return ({ '-1': 'not-owner', '0': 'too-late', '1': 'done' } as const)[reply];
    },

    onDesk: (modes = ['waiting', 'live']) => lanesOnDesk(connection, new Set(modes)),

    async due(now, limit) {
      const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
      const found = await Promise.all(
        partitions.map(async (partition) => {
          const pairs = await connection.zrangebyscore(dueKey(partition), '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit);
          return pairsOf(pairs).map(([name, at]) => ({ ref: { partition, name }, at }));
        }),
      );
      return found
        .flat()
        .sort((a, b) => a.at - b.at)
        .map(({ ref }) => ref);
    },

    async dueAfter(at, limit) {
      const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
      const found = await Promise.all(
        partitions.map(async (partition) => {
          const names = await connection.zrangebyscore(dueKey(partition), `(${at}`, '+inf', 'LIMIT', 0, limit);
          return names.map((name) => ({ partition, name }));
        }),
      );
      return found.flat();
    },

    async postpone({ partition, name }, until) {
      await connection.zadd(dueKey(partition), 'XX', 'GT', until, name);
    },

    async earliestDue() {
      const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
      const firsts = await Promise.all(
        partitions.map((partition) => connection.zrange(dueKey(partition), '0', '0', 'WITHSCORES')),
      );
      const times = firsts.flatMap((pairs) => pairsOf(pairs).map(([, at]) => at));
      return times.length > 0 ? Math.min(...times) : undefined;
    },

    async transcript(ref, conversation) {
      return connection.lrangeBuffer(laneKeys(ref).transcript(conversation), 0, -1);
    },

    async eraseTranscripts(conversations) {
      // Nothing says any more on which lane a conversation was: there are few partitions, and no key for most of these.
      for (const id of conversations) {
        const refs = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, name: '' }));
        await Promise.all(refs.map((ref) => connection.unlink(laneKeys(ref).transcript(id))));
      }
    },

    async wipe(lane, conversations) {
      const key = laneKeys(lane.ref);
      const keys = [key.lane, key.lease, key.fates, ...conversations.map((id) => key.transcript(id))];
      await work.run('wipe', keys, [lane.fence, ...conversations]);
    },
  };
}

function refsOf({ partition, names }: LaneNames): LaneRef[] {
  return names.map((name) => ({ partition, name }));
}

/** Items put with their count in front. A refusal that no callback told is written as the text's report. */
function outboxArgs(put: readonly OutboxItem[]): (string | number)[] {
  const pairs = put.flatMap((item) => {
    const report = item.kind === 'text' ? item.report : undefined;
    const beside = report?.sid === '' ? [item.id + REPORT, `${statusRank(report.status)} ${packReport(report)}`] : [];
    return [item.id, packOutbox(item), ...beside];
  });
  return [pairs.length / 2, ...pairs];
}

function pairsOf(reply: string[]): [string, number][] {
  const pairs: [string, number][] = [];
  for (let n = 0; n < reply.length; n += 2) pairs.push([reply[n] ?? '', Number(reply[n + 1])]);
  return pairs;
}
