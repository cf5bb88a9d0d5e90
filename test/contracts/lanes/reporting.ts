import { describe, expect, it } from '@jest/globals';
import type { Lane, MessageStatus, OutgoingText } from '../../../src/hotline/ports.ts';
import type { LaneStore } from './lane-store.ts';
import { attempted, effect, LONG, leased, look, NOW, report, settlement, text, texter, turn } from './samples.ts';

const STATUSES = ['queued', 'sent', 'delivered', 'undelivered'] as const;

export function reporting(store: () => LaneStore): void {
  /** A lane at rest whose outbox holds these. */
  async function holding(...put: Lane['outbox']) {
    const who = texter();
    const lane = await leased(store(), who);
    await store().lanes.commit(lane, turn(lane, { put }), undefined);
    await store().lanes.settle(lane, settlement());
    return who;
  }

  const sent = (over: Partial<OutgoingText> = {}) => attempted('o1', { state: 'accepted', sid: 'SM-o1', ...over });

  async function tell(who: Awaited<ReturnType<typeof holding>>, statuses: readonly MessageStatus[]) {
    for (const status of statuses) await store().lanes.report(who, report('o1', status), NOW);
    return (await look(store(), who.ref)).outbox;
  }

  describe('report', () => {
    it('ends the same in any order and number: a text that was delivered is gone', async () => {
      const orders = permutations(STATUSES);
      expect(orders).toHaveLength(24);
      for (const order of orders) {
        const thrice = order.flatMap((status) => [status, status, status]);
        expect({ order, left: await tell(await holding(sent()), thrice) }).toEqual({ order, left: [] });
        expect({ order, left: await tell(await holding(sent()), [...order, ...order]) }).toEqual({ order, left: [] });
      }
    });

    it('ends the same in any order and number: without a delivery the failure stands', async () => {
      for (const order of permutations(['queued', 'sent', 'undelivered'] as const)) {
        const left = await tell(await holding(sent()), [...order, ...order]);
        expect({ order, left }).toEqual({ order, left: [sent({ report: { sid: 'SM-o1', status: 'undelivered' } })] });
      }
    });

    it('ends the same in any order when all of them come before the POST is settled', async () => {
      for (const order of permutations(STATUSES)) {
        const who = await holding(attempted('o1'));
        const left = await tell(who, [...order, ...order]);
        const delivered = { sid: 'SM-o1', status: 'delivered' } as const;
        expect({ order, left }).toEqual({ order, left: [attempted('o1', { report: delivered })] });
      }
    });

    it('of an arrival, however late, lets a question stand that had been told as lost', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { asked: { id: 'o1', at: NOW, lost: true } }), undefined);
      await lanes.settle(lane, settlement());
      for (const other of [report('o2', 'delivered'), report('o1', 'sent')]) await lanes.report(who, other, NOW);
      expect((await look(store(), who.ref)).asked).toEqual({ id: 'o1', at: NOW, lost: true });
      await lanes.report(who, report('o1', 'delivered'), NOW);
      expect((await look(store(), who.ref)).asked).toEqual({ id: 'o1', at: NOW });
    });

    it('that is early survives the settling of its POST, even with what the sender last knew', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { put: [text('o1')] }), attempted('o1'));
      expect(await lanes.report(who, report('o1', 'sent'), NOW)).toMatchObject({ wake: false });
      expect(await lanes.settle(lane, settlement({ put: [sent()] }))).toEqual({ outcome: 'released' });
      expect((await look(store(), who.ref)).outbox).toMatchObject([{ state: 'accepted', report: { status: 'sent' } }]);
    });

    it('that is early and tells of its arrival leaves nothing to be done when the POST settles', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { put: [text('o1')] }), attempted('o1'));
      await lanes.report(who, report('o1', 'sent'), NOW);
      expect(await lanes.report(who, report('o1', 'delivered'), NOW)).toMatchObject({ wake: false });
      const known = sent({ report: { sid: 'SM-o1', status: 'sent' } });
      expect(await lanes.settle(lane, settlement({ put: [known] }))).toEqual({ outcome: 'released' });
      expect((await look(store(), who.ref)).outbox).toEqual([]);
    });

    it.each(['sent', 'delivered'] as const)('that a text of unknown fate is %s wakes the lane', async (status) => {
      const who = await holding({ ...sent({ report: undefined }), state: 'unresolved' });
      expect(await store().lanes.report(who, report('o1', status), NOW)).toMatchObject({ wake: true });
    });

    it('of a text that is read counts as delivered', async () => {
      expect(await tell(await holding(sent()), ['read', 'delivered'])).toEqual([]);
    });

    it.each(['o9', 'o1:r', 'desk'])('for the id %s, which is no text of ours, is ignored', async (oid) => {
      const { lanes } = store();
      const who = await holding(sent({ report: undefined }), effect('desk'));
      await lanes.report(who, report('o1', 'sent'), NOW);
      const before = await look(store(), who.ref);
      expect(await lanes.report(who, report(oid, 'delivered'), NOW)).toMatchObject({ wake: false });
      expect(await look(store(), who.ref)).toEqual({ ...before, fence: before.fence + 1 });
    });

    it('for a texter we do not know is ignored, and makes no lane', async () => {
      const who = texter();
      expect(await store().lanes.report(who, report('o1', 'delivered'), NOW)).toMatchObject({ wake: false });
      expect(await store().lanes.due(NOW, 10_000)).not.toContainEqual(who.ref);
    });

    it('finds a text under the older name', async () => {
      const { lanes } = store();
      const who = texter();
      const old = { partition: who.partition, names: who.names.slice(1) };
      const lane = await leased(store(), old);
      await lanes.commit(lane, turn(lane, { put: [sent()] }), undefined);
      await lanes.settle(lane, settlement());
      expect(await lanes.report(who, report('o1', 'failed'), NOW)).toEqual({
        ref: lane.ref,
        wake: true,
        talk: undefined,
      });
    });

    it.each(['undelivered', 'failed', 'canceled'] as const)('that a text is %s wakes the lane', async (status) => {
      const { lanes } = store();
      const who = await holding(sent());
      expect(await lanes.report(who, report('o1', status), NOW)).toEqual({ ref: who.ref, wake: true, talk: undefined });
      expect(await lanes.due(NOW, 10_000)).toContainEqual(who.ref);
    });

    it('wakes the lane while another text may wait for it, and not for the last one', async () => {
      const { lanes } = store();
      const two = await holding(sent(), text('o2', { seq: 1001 }));
      expect(await lanes.report(two, report('o1', 'delivered'), NOW)).toMatchObject({ wake: true });
      const one = await holding(sent());
      expect(await lanes.report(one, report('o1', 'sent'), NOW)).toMatchObject({ wake: false });
      expect(await lanes.report(one, report('o1', 'delivered'), NOW)).toMatchObject({ wake: false });
      expect(await lanes.due(NOW, 10_000)).not.toContainEqual(one.ref);
      expect(await lanes.lease(one.ref, LONG)).toMatchObject({ outbox: [] });
    });

    it('goes with its text: an id that comes again starts anew', async () => {
      const { lanes } = store();
      const who = await holding(sent());
      await lanes.report(who, report('o1', 'undelivered'), NOW);
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      await lanes.settle(lane, settlement({ drop: ['o1'] }));
      expect((await look(store(), who.ref)).outbox).toEqual([]);
      const again = await lanes.lease(who.ref, LONG);
      if (again === undefined) throw new Error('The lane was not free.');
      await lanes.settle(again, settlement({ put: [text('o1')] }));
      expect((await look(store(), who.ref)).outbox).toEqual([text('o1')]);
    });
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, n) => permutations(items.toSpliced(n, 1)).map((rest) => [first, ...rest]));
}
