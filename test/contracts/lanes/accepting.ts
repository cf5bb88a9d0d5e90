import { describe, expect, it } from '@jest/globals';
import type { LaneStore } from './lane-store.ts';
import { item, LONG, leased, look, NOW, rested, settlement, texter, turn } from './samples.ts';

const HOURS = 3_600_000;

export function accepting(store: () => LaneStore): void {
  describe('accept', () => {
    it('stores ten concurrent copies of one text once', async () => {
      const { lanes } = store();
      const who = texter();
      const copies = Array.from({ length: 10 }, () => lanes.accept(who, item('SM1'), NOW, 0));
      const outcomes = (await Promise.all(copies)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'seen')).toHaveLength(9);
      expect((await look(store(), who.ref)).inbox).toEqual([item('SM1')]);
    });

    it('keeps the order of arrival and every byte', async () => {
      const { lanes } = store();
      const who = texter();
      for (const id of ['SM1', 'SM2', 'SM3']) await lanes.accept(who, item(id), NOW, 0);
      expect((await look(store(), who.ref)).inbox).toEqual([item('SM1'), item('SM2'), item('SM3')]);
    });

    it('leases a free lane in the same breath, and a held one never', async () => {
      const { lanes } = store();
      const who = texter();
      const first = await lanes.accept(who, item('SM1'), NOW, LONG);
      expect(first).toMatchObject({ outcome: 'stored', ref: who.ref, lane: { fence: 1, turn: 0, optedOut: false } });
      expect(first.lane?.inbox).toEqual([item('SM1')]);
      expect(await lanes.accept(who, item('SM2'), NOW, LONG)).toEqual({
        outcome: 'stored',
        ref: who.ref,
        lane: undefined,
      });
    });

    it('leaves the lane free when asked to store only', async () => {
      const who = texter();
      expect((await store().lanes.accept(who, item('SM1'), NOW, 0)).lane).toBeUndefined();
      expect(await store().lanes.lease(who.ref, LONG)).toMatchObject({ inbox: [item('SM1')] });
    });

    it('knows a text again after its turn and after a wipe', async () => {
      const { lanes } = store();
      const who = texter();
      const ref = await rested(store(), who);
      expect((await lanes.accept(who, item('SM1'), NOW, 0)).outcome).toBe('seen');
      const lane = await lanes.lease(ref, LONG);
      if (lane) await lanes.wipe(lane, ['c1']);
      expect((await lanes.accept(who, item('SM1'), NOW + 71 * HOURS, 0)).outcome).toBe('seen');
    });

    it('forgets a SID after 72 h', async () => {
      const { lanes } = store();
      const who = texter();
      await lanes.accept(who, item('SM1'), NOW, 0);
      await lanes.accept(who, item('SM2'), NOW + 73 * HOURS, 0);
      expect((await lanes.accept(who, item('SM1'), NOW + 73 * HOURS, 0)).outcome).toBe('stored');
    });

    it('tells texters apart', async () => {
      const [one, other] = [texter(5), texter(5)];
      await store().lanes.accept(one, item('SM1'), NOW, 0);
      expect((await store().lanes.accept(other, item('SM1'), NOW, 0)).outcome).toBe('stored');
    });
  });

  describe('after a rotation of the lookup key', () => {
    it('finds the lane that was made under the older name, with its opt-out and its seen texts', async () => {
      const { lanes } = store();
      const who = texter();
      const old = { partition: who.partition, names: who.names.slice(1) };
      const ref = await rested(store(), old, { mode: 'stopped', optedOut: true });
      expect(ref.name).toBe(who.names[1]);
      expect(await lanes.accept(who, item('SM1'), NOW, 0)).toMatchObject({ outcome: 'seen', ref });
      const { lane } = await lanes.accept(who, item('SM2'), NOW, LONG);
      expect(lane).toMatchObject({ ref, optedOut: true, mode: 'stopped', turn: 1, inbox: [item('SM2')] });
    });

    it('lets the opt-out win when two lanes were made', async () => {
      const { lanes } = store();
      const who = texter();
      const old = { partition: who.partition, names: who.names.slice(1) };
      const stopped = await rested(store(), old, { mode: 'stopped', optedOut: true });
      await lanes.accept({ ...who, names: who.names.slice(0, 1) }, item('SM8'), NOW, 0);
      expect(await lanes.accept(who, item('SM9'), NOW, 0)).toMatchObject({ outcome: 'stored', ref: stopped });
    });

    it('finds a lane that has only had a text stored', async () => {
      const { lanes } = store();
      const who = texter();
      await lanes.accept({ ...who, names: who.names.slice(1) }, item('SM1'), NOW, 0);
      expect(await lanes.accept(who, item('SM1'), NOW, 0)).toMatchObject({ outcome: 'seen' });
    });

    it('names a new texter by the newest key', async () => {
      const who = texter();
      expect((await store().lanes.accept(who, item('SM1'), NOW, 0)).ref).toEqual(who.ref);
    });
  });

  describe('wipe', () => {
    it('erases conversation, transcript and number, and keeps opt-out, turn and fence', async () => {
      const { lanes } = store();
      const who = texter();
      const first = await leased(store(), who);
      await lanes.commit(first, turn(first, { conversation: 'c0' }), undefined);
      const second = { ...first, turn: 1, inbox: [] };
      const asked = { id: 'o1', at: NOW };
      const left = { conversation: 'c1', previous: 'c0', optedOut: true, mode: 'stopped', asked, timer: NOW } as const;
      await lanes.commit(second, turn(second, left), undefined);
      await lanes.wipe(second, ['c1', 'c0']);
      expect(await lanes.transcript(who.ref, 'c0')).toEqual([]);
      expect(await lanes.transcript(who.ref, 'c1')).toEqual([]);
      await lanes.settle(second, settlement());
      const after = await look(store(), who.ref);
      expect(after).toEqual({
        ...{ ref: who.ref, fence: 2, turn: 2, optedOut: true, past: [], inbox: [], outbox: [] },
        ...{ mode: undefined, conversation: undefined, state: undefined, number: undefined },
        ...{ asked: undefined, timer: undefined, recent: [] },
      });
    });

    it('keeps a conversation that has begun since', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { conversation: 'c1', previous: 'c0' }), undefined);
      await lanes.wipe(lane, ['c0']);
      await lanes.settle(lane, settlement());
      expect(await look(store(), who.ref)).toMatchObject({ conversation: 'c1', past: [], mode: 'bot' });
      expect(await lanes.transcript(who.ref, 'c1')).toHaveLength(1);
    });

    it('does nothing under a lost lease', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane), undefined);
      await lanes.wipe({ ...lane, fence: lane.fence - 1 }, ['c1']);
      expect(await lanes.transcript(who.ref, 'c1')).toHaveLength(1);
    });
  });
}
