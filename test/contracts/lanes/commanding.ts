import { describe, expect, it } from '@jest/globals';
import type { LaneStore } from './lane-store.ts';
import { attempted, effect, item, LONG, leased, look, NOW, rested, settlement, text, texter, turn } from './samples.ts';

export function commanding(store: () => LaneStore): void {
  /** A texter who waits for an advocate. */
  async function waiting(put: Parameters<typeof rested>[2] = {}) {
    const who = texter();
    await rested(store(), who, { mode: 'waiting', ...put });
    return who;
  }

  async function claimed() {
    const who = await waiting();
    const claim = await store().lanes.claim(who.ref, 'ana', item('claim'), NOW);
    if (claim === 'not-waiting') throw new Error('Nobody waited.');
    return { who, fence: claim.fence };
  }

  describe('claim', () => {
    it('succeeds for one of ten who claim at once', async () => {
      const who = await waiting();
      const owners = Array.from({ length: 10 }, (_, n) => `advocate-${n}`);
      const claims = owners.map((owner) => store().lanes.claim(who.ref, owner, item(`claim-${owner}`), NOW));
      const won = (await Promise.all(claims)).filter((claim) => claim !== 'not-waiting');
      expect(won).toHaveLength(1);
      expect(await look(store(), who.ref)).toMatchObject({
        mode: 'live',
        inbox: [{ id: expect.stringMatching(/^claim-/) }],
      });
    });

    it.each(['bot', 'live', 'quiet', 'stopped'] as const)('is refused in %s', async (mode) => {
      const who = texter();
      await rested(store(), who, { mode });
      expect(await store().lanes.claim(who.ref, 'ana', item('claim'), NOW)).toBe('not-waiting');
      expect((await look(store(), who.ref)).inbox).toEqual([]);
    });

    it('is refused for somebody who never texted', async () => {
      expect(await store().lanes.claim(texter().ref, 'ana', item('claim'), NOW)).toBe('not-waiting');
    });

    it('asked again by the owner, whose first answer was lost, tells the same fence and queues nothing', async () => {
      const { who, fence } = await claimed();
      expect(await store().lanes.claim(who.ref, 'ana', item('claim-2'), NOW)).toEqual({ fence });
      expect((await look(store(), who.ref)).inbox).toEqual([item('claim')]);
    });

    it('silences the bot: its unsent texts go, an advocate’s and what has left stay', async () => {
      const stay = [text('o1', { weight: 'advocate' }), attempted('o2'), effect('desk')];
      const go = [text('o3'), text('o4', { weight: 'safety' }), text('o5', { weight: 'notice' })];
      const who = await waiting({ put: [...stay, ...go] });
      await store().lanes.claim(who.ref, 'ana', item('claim'), NOW);
      const { outbox } = await look(store(), who.ref);
      expect(outbox.map(({ id }) => id)).toEqual(['desk', 'o1', 'o2']);
    });

    it('takes the lane from whoever is thinking for it', async () => {
      const { lanes } = store();
      const who = await waiting();
      const thinking = await lanes.lease(who.ref, LONG);
      if (thinking === undefined) throw new Error('The lane was not free.');
      const claim = await lanes.claim(who.ref, 'ana', item('claim'), NOW);
      expect(claim).toEqual({ fence: thinking.fence + 1 });
      const spoken = turn(thinking, { mode: 'waiting', put: [text('o1')] });
      expect(await lanes.commit(thinking, spoken, attempted('o1'))).toEqual({ outcome: 'moved' });
      expect(await lanes.settle(thinking, settlement({ attempt: attempted('o1') }))).toEqual({ outcome: 'moved' });
      const next = await lanes.lease(who.ref, LONG);
      expect(next).toMatchObject({ mode: 'live', turn: 1, outbox: [], fence: thinking.fence + 2 });
    });

    it('makes the lane due', async () => {
      const { who } = await claimed();
      expect(await store().lanes.due(NOW, 10_000)).toContainEqual(who.ref);
    });
  });

  describe('command', () => {
    it('of the owner is stored once by its id, and makes the lane due', async () => {
      const { lanes } = store();
      const { who, fence } = await claimed();
      expect(await lanes.command(who.ref, 'ana', fence, item('say-1'), NOW)).toBe('stored');
      expect(await lanes.command(who.ref, 'ana', fence, item('say-1'), NOW)).toBe('seen');
      expect((await look(store(), who.ref)).inbox).toEqual([item('claim'), item('say-1')]);
      expect(await lanes.due(NOW, 10_000)).toContainEqual(who.ref);
    });

    it('of anybody else, or under another fence, is refused', async () => {
      const { lanes } = store();
      const { who, fence } = await claimed();
      expect(await lanes.command(who.ref, 'ben', fence, item('say-1'), NOW)).toBe('not-owner');
      expect(await lanes.command(who.ref, 'ana', fence - 1, item('say-2'), NOW)).toBe('not-owner');
      expect((await look(store(), who.ref)).inbox).toEqual([item('claim')]);
    });

    it('of one who was the owner before somebody else is refused', async () => {
      const { lanes } = store();
      const { who, fence } = await claimed();
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      await lanes.commit(lane, turn(lane, { mode: 'waiting' }), undefined);
      await lanes.settle(lane, settlement());
      expect(await lanes.command(who.ref, 'ana', fence, item('say-1'), NOW)).toBe('not-owner');
      const next = await lanes.claim(who.ref, 'ben', item('claim-2'), NOW);
      expect(next).not.toBe('not-waiting');
      expect(await lanes.command(who.ref, 'ana', fence, item('say-2'), NOW)).toBe('not-owner');
    });

    it('survives turns that stay live', async () => {
      const { lanes } = store();
      const { who, fence } = await claimed();
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      await lanes.commit(lane, turn(lane, { mode: 'live' }), undefined);
      await lanes.settle(lane, settlement());
      expect(await lanes.command(who.ref, 'ana', fence, item('say-1'), NOW)).toBe('stored');
    });

    it('for a texter with no owner is refused', async () => {
      const who = await waiting();
      expect(await store().lanes.command(who.ref, '', 0, item('say-1'), NOW)).toBe('not-owner');
    });
  });

  describe('what is due', () => {
    it('is told oldest first, and at most so many of a partition', async () => {
      const { lanes } = store();
      const crowd = [texter(61), texter(61), texter(61), texter(62)];
      for (const [n, at] of [30, 10, 20, 15].entries()) {
        await lanes.accept(crowd[n] ?? texter(), item('SM1', at), at, 0);
      }
      const names = (refs: { name: string }[]) =>
        refs.map(({ name }) => crowd.findIndex(({ ref }) => ref.name === name));
      expect(names(await lanes.due(30, 10))).toEqual([1, 3, 2, 0]);
      expect(names(await lanes.due(20, 10))).toEqual([1, 3, 2]);
      expect(names(await lanes.due(30, 2))).toEqual([1, 3, 2]);
      expect(names(await lanes.due(9, 10))).toEqual([]);
      expect(await lanes.earliestDue()).toBe(10);
      for (const { ref } of crowd) {
        const lane = await lanes.lease(ref, LONG);
        if (lane) await lanes.commit(lane, turn(lane), undefined);
        if (lane) await lanes.settle(lane, settlement());
      }
    });

    it('stays due until it is settled, and then when it says', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      const isDue = async (at: number) => (await lanes.due(at, 10_000)).some(({ name }) => name === who.ref.name);
      await lanes.commit(lane, turn(lane, { put: [text('o1')] }), undefined);
      expect(await isDue(NOW)).toBe(true);
      await lanes.settle(lane, settlement({ attempt: attempted('o1') }));
      expect(await isDue(NOW)).toBe(true);
      await lanes.settle(lane, settlement({ dueAt: NOW + 500 }));
      expect([await isDue(NOW + 499), await isDue(NOW + 500)]).toEqual([false, true]);
      await lanes.accept(who, item('SM2', NOW + 100), NOW + 100, 0);
      expect(await isDue(NOW + 100)).toBe(true);
      await lanes.accept(who, item('SM3', NOW + 300), NOW + 300, 0);
      expect(await isDue(NOW + 100)).toBe(true);
    });

    it('may be postponed, never brought forward, and a new text ends the wait', async () => {
      const { lanes } = store();
      const who = texter();
      await lanes.accept(who, item('SM1'), NOW, 0);
      const isDue = async (at: number) => (await lanes.due(at, 10_000)).some(({ name }) => name === who.ref.name);
      await lanes.postpone(who.ref, NOW + 500);
      await lanes.postpone(who.ref, NOW + 100);
      expect([await isDue(NOW + 499), await isDue(NOW + 500)]).toEqual([false, true]);
      await lanes.accept(who, item('SM2'), NOW + 200, 0);
      expect(await isDue(NOW + 200)).toBe(true);
    });

    it('is nothing for a lane that was not due, also when it is postponed', async () => {
      const { lanes } = store();
      const who = texter();
      await lanes.postpone(who.ref, NOW);
      expect((await lanes.due(NOW, 10_000)).some(({ name }) => name === who.ref.name)).toBe(false);
    });

    it('may be asked from some time on, at most so many of a partition', async () => {
      const { lanes } = store();
      const later = [texter(63), texter(63), texter(63)];
      for (const [n, who] of later.entries()) {
        const lane = await leased(store(), who);
        await lanes.commit(lane, turn(lane), undefined);
        await lanes.settle(lane, settlement({ dueAt: NOW * 2 + n }));
      }
      const dueLater = async (at: number, limit: number) =>
        (await lanes.dueAfter(at, limit)).map(({ name }) => later.findIndex(({ ref }) => ref.name === name));
      expect((await dueLater(NOW * 2 - 1, 10)).toSorted()).toEqual([0, 1, 2]);
      expect((await dueLater(NOW * 2, 10)).toSorted()).toEqual([1, 2]);
      expect(await dueLater(NOW * 2 + 2, 10)).toEqual([]);
      expect(await dueLater(NOW * 2 - 1, 2)).toHaveLength(2);
    });

    it('is nothing once a lane is released for good', async () => {
      const who = texter();
      await rested(store(), who);
      expect(await store().lanes.due(NOW * 2, 10_000)).not.toContainEqual(who.ref);
    });
  });
}
