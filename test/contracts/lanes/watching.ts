import { describe, expect, it } from '@jest/globals';
import type { LaneStore } from './lane-store.ts';
import { attempted, item, LONG, look, NOW, report, rested, settlement, text, texter, turn } from './samples.ts';

/** What the desk asks of lanes without owning them, and how it looks at them. */
export function watching(store: () => LaneStore): void {
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

  describe('tell', () => {
    it('queues once by its id for the conversation that stands, whoever owns it', async () => {
      const { lanes } = store();
      const who = await waiting();
      expect(await lanes.tell(who.ref, 'c1', item('mute-1'), NOW)).toBe('stored');
      expect(await lanes.tell(who.ref, 'c1', item('mute-1'), NOW)).toBe('seen');
      expect((await look(store(), who.ref)).inbox).toEqual([item('mute-1')]);
      expect(await lanes.due(NOW, 10_000)).toContainEqual(who.ref);
    });

    it('is refused for another conversation, and for somebody who never texted', async () => {
      const { lanes } = store();
      const who = await waiting();
      expect(await lanes.tell(who.ref, 'c0', item('mute-1'), NOW)).toBe('gone');
      expect(await lanes.tell(texter().ref, 'c1', item('mute-2'), NOW)).toBe('gone');
      expect((await look(store(), who.ref)).inbox).toEqual([]);
    });
  });

  describe('unsay', () => {
    /** A lane whose owner has said something that waits until NOW + 4 s. */
    async function saying(over: Parameters<typeof text>[1] = {}) {
      const { lanes } = store();
      const { who, fence } = await claimed();
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      const said = text('say-1', { weight: 'advocate', at: NOW + 4_000, ...over });
      await lanes.commit(lane, turn(lane, { mode: 'live', put: [said], fates: { 'say-1': 'waiting' } }), undefined);
      return { who, fence, lane };
    }

    it('takes back what still waits for its time, and its fate is told', async () => {
      const { lanes } = store();
      const { who, fence } = await saying();
      expect(await lanes.unsay(who.ref, 'ana', fence, 'say-1', NOW + 3_999)).toBe('done');
      expect(await lanes.peek(who.ref)).toMatchObject({ outbox: [], fates: { 'say-1': 'dropped' } });
      expect(await lanes.unsay(who.ref, 'ana', fence, 'say-1', NOW + 3_999)).toBe('too-late');
    });

    it('is too late once its time has come, or it has been tried', async () => {
      const { lanes } = store();
      const due = await saying();
      expect(await lanes.unsay(due.who.ref, 'ana', due.fence, 'say-1', NOW + 4_000)).toBe('too-late');
      const tried = await saying({ tries: 1 });
      expect(await lanes.unsay(tried.who.ref, 'ana', tried.fence, 'say-1', NOW)).toBe('too-late');
      const bot = await saying({ weight: 'notice' });
      expect(await lanes.unsay(bot.who.ref, 'ana', bot.fence, 'say-1', NOW)).toBe('too-late');
    });

    it('is refused to anybody else, and under another fence', async () => {
      const { lanes } = store();
      const { who, fence } = await saying();
      expect(await lanes.unsay(who.ref, 'ben', fence, 'say-1', NOW)).toBe('not-owner');
      expect(await lanes.unsay(who.ref, 'ana', fence - 1, 'say-1', NOW)).toBe('not-owner');
    });

    it('stops whoever holds the lane and was about to send it', async () => {
      const { lanes } = store();
      const { who, fence, lane } = await saying();
      await lanes.unsay(who.ref, 'ana', fence, 'say-1', NOW);
      const settled = await lanes.settle(lane, settlement({ attempt: attempted('say-1') }));
      expect(settled).toMatchObject({ outcome: 'again', lane: { outbox: [] } });
    });

    it('stops whoever was about to send it with a turn', async () => {
      const { lanes } = store();
      const { who, fence, lane } = await saying();
      await lanes.unsay(who.ref, 'ana', fence, 'say-1', NOW);
      const next = turn({ ...lane, turn: lane.turn + 1, inbox: [] }, { mode: 'live' });
      expect(await lanes.commit(lane, next, attempted('say-1'))).toEqual({ outcome: 'written', go: false });
      expect((await lanes.peek(who.ref))?.outbox).toEqual([]);
    });
  });

  describe('looking', () => {
    it('shows the lane with its owner, also while another holds it, and nothing of a stranger', async () => {
      const { lanes } = store();
      const { who, fence } = await claimed();
      await lanes.lease(who.ref, LONG);
      expect(await lanes.peek(who.ref)).toMatchObject({
        ...{ mode: 'live', conversation: 'c1', owner: { name: 'ana', fence }, inbox: [item('claim')], fates: {} },
      });
      expect(await lanes.peek(texter().ref)).toBeUndefined();
    });

    it('finds everybody who waits or is talked with', async () => {
      const { lanes } = store();
      const [one, two, quiet] = [await waiting(), await claimed(), texter()];
      await rested(store(), quiet, { mode: 'quiet' });
      const found = new Map<string, unknown>();
      for await (const { ref, ...rest } of lanes.onDesk()) found.set(ref.name, rest);
      expect(found.get(one.ref.name)).toEqual({ mode: 'waiting', conversation: 'c1', owner: undefined });
      expect(found.get(two.who.ref.name)).toEqual({ mode: 'live', conversation: 'c1', owner: 'ana' });
      expect(found.has(quiet.ref.name)).toBe(false);
    });

    it('tells what became of texts that the desk watches, and of no others', async () => {
      const { lanes } = store();
      const who = await waiting({ put: [text('w1'), text('w2')], fates: { w1: 'waiting' } });
      await lanes.claim(who.ref, 'ana', item('claim'), NOW);
      expect((await lanes.peek(who.ref))?.fates).toEqual({ w1: 'dropped' });
    });
  });

  describe('the fate of a text that the desk watches', () => {
    const watched = (over: Parameters<typeof text>[1] = {}) =>
      waiting({ put: [text('w1', { state: 'accepted', sid: 'SM-w1', ...over })], fates: { w1: 'waiting' } });
    const fates = async (who: ReturnType<typeof texter>) => (await store().lanes.peek(who.ref))?.fates;

    it('is what the callbacks say, never going back, also once the text is forgotten', async () => {
      const who = await watched();
      const { lanes } = store();
      expect(await lanes.report(who, report('w1', 'sent'), NOW)).toMatchObject({ talk: 'c1' });
      expect(await fates(who)).toEqual({ w1: 'sent' });
      await lanes.report(who, report('w1', 'queued'), NOW);
      await lanes.report(who, report('w1', 'delivered'), NOW);
      await lanes.report(who, report('w1', 'sent'), NOW);
      expect(await lanes.peek(who.ref)).toMatchObject({ outbox: [], fates: { w1: 'delivered' } });
    });

    it('names the error of one that did not arrive, and is mended by a callback that says it did', async () => {
      const who = await watched();
      const { lanes } = store();
      await lanes.report(who, report('w1', 'undelivered', { errorCode: 30003 }), NOW);
      expect(await fates(who)).toEqual({ w1: 'undelivered 30003' });
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      const told = turn(lane, { mode: 'waiting', drop: ['w1'], fates: { w1: 'undelivered 30003' } });
      await lanes.commit(lane, told, undefined);
      expect(await lanes.report(who, report('w1', 'delivered'), NOW)).toMatchObject({ talk: 'c1', wake: false });
      expect(await fates(who)).toEqual({ w1: 'delivered' });
    });

    it('is dropped or accepted when it leaves the outbox without a word', async () => {
      const { lanes } = store();
      for (const [over, fate] of [
        [{}, 'accepted'],
        [{ state: 'waiting' }, 'dropped'],
      ] as const) {
        const [settled, committed] = [await watched(over), await watched(over)];
        const one = await lanes.lease(settled.ref, LONG);
        const other = await lanes.lease(committed.ref, LONG);
        if (one === undefined || other === undefined) throw new Error('The lanes were not free.');
        await lanes.settle(one, settlement({ drop: ['w1'] }));
        await lanes.commit(other, turn(other, { mode: 'waiting', drop: ['w1'] }), undefined);
        expect([await fates(settled), await fates(committed)]).toEqual([{ w1: fate }, { w1: fate }]);
      }
    });

    it('is not kept for anybody whom the desk does not watch, and goes with what is erased', async () => {
      const { lanes } = store();
      const other = await waiting({ put: [text('o1', { state: 'accepted', sid: 'SM-o1' })] });
      expect(await lanes.report(other, report('o1', 'delivered'), NOW)).toMatchObject({ talk: undefined });
      expect(await fates(other)).toEqual({});
      const who = await watched();
      const lane = await lanes.lease(who.ref, LONG);
      if (lane === undefined) throw new Error('The lane was not free.');
      await lanes.wipe(lane, ['c1']);
      expect(await fates(who)).toEqual({});
    });
  });
}
