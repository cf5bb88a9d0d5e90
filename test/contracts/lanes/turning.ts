import { describe, expect, it } from '@jest/globals';
import type { LaneStore } from './lane-store.ts';
import {
  attempted,
  bytes,
  effect,
  item,
  LONG,
  leased,
  leaseNext,
  look,
  NOW,
  report,
  SHORT,
  settlement,
  text,
  texter,
  turn,
} from './samples.ts';

export function turning(store: () => LaneStore): void {
  describe('lease', () => {
    it('is refused while another holds it, and its fence rises each time', async () => {
      const who = texter();
      const lane = await leased(store(), who);
      expect(await store().lanes.lease(who.ref, LONG)).toBeUndefined();
      await store().lanes.commit(lane, turn(lane), undefined);
      await store().lanes.settle(lane, settlement());
      const next = await store().lanes.lease(who.ref, LONG);
      expect(next?.fence).toBeGreaterThan(lane.fence);
    });

    it('goes to one of ten who ask at once', async () => {
      const who = texter();
      await store().lanes.accept(who, item('SM1'), NOW, 0);
      const asked = await Promise.all(Array.from({ length: 10 }, () => store().lanes.lease(who.ref, LONG)));
      expect(asked.filter((lane) => lane !== undefined)).toHaveLength(1);
    });

    it('that ran out leaves its holder unable to write anything', async () => {
      const { lanes } = store();
      const who = texter();
      const { lane: stale } = await lanes.accept(who, item('SM1'), NOW, SHORT);
      if (stale === undefined) throw new Error('The lane was not free.');
      const next = await leaseNext(store(), who.ref);
      expect(next.fence).toBeGreaterThan(stale.fence);
      const late = turn(stale, { put: [text('o1')], transcript: bytes('stale') });
      expect(await lanes.commit(stale, late, attempted('o1'))).toEqual({ outcome: 'moved' });
      const asked = { id: 'o2', at: NOW };
      const settled = await lanes.settle(stale, settlement({ put: [text('o2')], asked, attempt: attempted('o3') }));
      expect(settled).toEqual({ outcome: 'moved' });
      expect(await lanes.settle(next, settlement())).toEqual({
        outcome: 'again',
        lane: { ...next, inbox: [item('SM1')], outbox: [], turn: 0, asked: undefined },
      });
      expect(await lanes.transcript(who.ref, 'c1')).toEqual([]);
    });

    it('that ran out and that nobody took is lost all the same', async () => {
      const { lanes, pass } = store();
      const who = texter();
      const { lane } = await lanes.accept(who, item('SM1'), NOW, SHORT);
      if (lane === undefined) throw new Error('The lane was not free.');
      let written = await lanes.settle(lane, settlement({ leaseMs: SHORT }));
      while (written.outcome !== 'moved') {
        await pass(SHORT * 2);
        written = await lanes.settle(lane, settlement({ leaseMs: SHORT }));
      }
      expect(await lanes.commit(lane, turn(lane), undefined)).toEqual({ outcome: 'moved' });
    });

    it('runs anew from each commit', async () => {
      const { lanes } = store();
      const lane = await leased(store(), texter());
      await lanes.commit(lane, turn(lane, { leaseMs: SHORT }), undefined);
      expect(await leaseNext(store(), lane.ref)).toMatchObject({ turn: 1 });
    });
  });

  describe('commit', () => {
    it('writes a turn whole', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      const asked = { id: 'o0', at: NOW - 5 };
      const put = [text('o1', { question: true }), text('o2', { seq: 1001, weight: 'safety' }), effect('desk')];
      const all = turn(lane, { mode: 'waiting', asked, timer: NOW + 900_000, previous: 'c0', optedOut: true, put });
      expect(await lanes.commit(lane, all, undefined)).toEqual({ outcome: 'written', go: false });
      expect(await lanes.settle(lane, settlement())).toEqual({ outcome: 'released' });
      expect(await look(store(), who.ref)).toEqual({
        ...{ ref: who.ref, fence: 2, turn: 1, mode: 'waiting', conversation: 'c1', optedOut: true, asked },
        ...{
          state: bytes('state'),
          number: bytes('number'),
          timer: NOW + 900_000,
          past: ['c0'],
          recent: [],
          inbox: [],
        },
        outbox: [effect('desk'), put[0], put[1]],
      });
      expect(await lanes.transcript(who.ref, 'c1')).toEqual([bytes('turn')]);
    });

    it('replaces, drops and clears what the turn before it left', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      const put = [text('o1'), text('o2')];
      const asked = { id: 'o0', at: NOW };
      await lanes.commit(lane, turn(lane, { put, asked, timer: NOW, optedOut: true }), undefined);
      const then = { ...lane, turn: 1, inbox: [] };
      const empty = { state: Buffer.alloc(0), number: Buffer.alloc(0), transcript: undefined, conversation: '' };
      await lanes.commit(then, turn(then, { ...empty, put: [text('o2', { tries: 3 })], drop: ['o1'] }), undefined);
      await lanes.settle(then, settlement());
      expect(await look(store(), who.ref)).toEqual({
        ...{
          ref: who.ref,
          fence: 2,
          turn: 2,
          mode: 'bot',
          conversation: undefined,
          optedOut: false,
          asked: undefined,
          recent: [],
        },
        ...{ state: undefined, number: undefined, timer: undefined, past: [], inbox: [] },
        outbox: [text('o2', { tries: 3 })],
      });
    });

    it('said twice is written once, and answered alike', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      const once = turn(lane, { put: [text('o1')], previous: 'c0' });
      expect(await lanes.commit(lane, once, attempted('o1'))).toEqual({ outcome: 'written', go: true });
      await lanes.accept(who, item('SM2'), NOW, LONG);
      expect(await lanes.commit(lane, once, attempted('o1'))).toEqual({ outcome: 'written', go: true });
      expect(await lanes.transcript(who.ref, 'c1')).toEqual([bytes('turn')]);
      const settled = await lanes.settle(lane, settlement());
      expect(settled).toMatchObject({ outcome: 'again', lane: { turn: 1, past: ['c0'], inbox: [item('SM2')] } });
    });

    it('of a turn that follows another than the last is refused', async () => {
      const { lanes } = store();
      const lane = await leased(store(), texter());
      expect(await lanes.commit(lane, turn(lane, { after: 3 }), undefined)).toEqual({ outcome: 'moved' });
      expect(await lanes.transcript(lane.ref, 'c1')).toEqual([]);
    });

    it('takes off what it dealt with, and keeps what came during the turn', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.accept(who, item('SM2'), NOW, LONG);
      await lanes.commit(lane, turn(lane), undefined);
      expect(await lanes.settle(lane, settlement())).toMatchObject({
        outcome: 'again',
        lane: { inbox: [item('SM2')] },
      });
    });

    it('marks the attempt at its first text in the same write', async () => {
      const { lanes } = store();
      const lane = await leased(store(), texter());
      const put = [text('o1'), text('o2')];
      expect(await lanes.commit(lane, turn(lane, { put }), attempted('o1'))).toEqual({ outcome: 'written', go: true });
      await lanes.settle(lane, settlement());
      expect((await look(store(), lane.ref)).outbox).toEqual([attempted('o1'), text('o2')]);
    });

    it('marks no attempt while a newer text waits: it may be STOP', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.accept(who, item('SM2'), NOW, LONG);
      const written = await lanes.commit(lane, turn(lane, { put: [text('o1')] }), attempted('o1'));
      expect(written).toEqual({ outcome: 'written', go: false });
      expect(await lanes.settle(lane, settlement())).toMatchObject({
        outcome: 'again',
        lane: { outbox: [text('o1')] },
      });
    });

    it('appends transcripts in order, each conversation apart', async () => {
      const { lanes } = store();
      const who = texter();
      let lane = await leased(store(), who);
      for (const [n, conversation] of ['a', 'a', 'b', 'a'].entries()) {
        await lanes.commit(lane, turn(lane, { conversation, transcript: bytes(`turn ${n}`) }), undefined);
        lane = { ...lane, turn: lane.turn + 1, inbox: [] };
      }
      expect(await lanes.transcript(who.ref, 'a')).toEqual([bytes('turn 0'), bytes('turn 1'), bytes('turn 3')]);
      expect(await lanes.transcript(who.ref, 'b')).toEqual([bytes('turn 2')]);
      await lanes.eraseTranscripts(['a', 'of-nobody']);
      expect(await lanes.transcript(who.ref, 'a')).toEqual([]);
      expect(await lanes.transcript(who.ref, 'b')).toEqual([bytes('turn 2')]);
    });
  });

  describe('settle', () => {
    it('marks an attempt when nothing new waits', async () => {
      const { lanes } = store();
      const lane = await leased(store(), texter());
      await lanes.commit(lane, turn(lane, { put: [text('o1'), text('o2')] }), undefined);
      const asked = { id: 'o0', at: NOW };
      const change = settlement({ put: [text('o3')], drop: ['o2'], asked, attempt: attempted('o1') });
      expect(await lanes.settle(lane, change)).toEqual({ outcome: 'go' });
      expect(await lanes.lease(lane.ref, LONG)).toBeUndefined();
      expect(await lanes.settle(lane, settlement())).toEqual({ outcome: 'released' });
      expect(await look(store(), lane.ref)).toMatchObject({ asked, outbox: [attempted('o1'), text('o3')] });
    });

    it('marks no attempt while a newer text waits, and keeps what came of the last one', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { put: [text('o1'), text('o2')] }), undefined);
      await lanes.accept(who, item('SM2'), NOW, LONG);
      const sent = attempted('o1', { state: 'accepted', sid: 'SM-o1' });
      const settled = await lanes.settle(lane, settlement({ put: [sent], attempt: attempted('o2') }));
      expect(settled).toMatchObject({ outcome: 'again', lane: { fence: lane.fence, inbox: [item('SM2')] } });
      const outbox =
        settled.outcome === 'again' ? settled.lane.outbox.toSorted((a, b) => a.id.localeCompare(b.id)) : [];
      expect(outbox).toEqual([sent, text('o2')]);
      expect(await lanes.lease(who.ref, LONG)).toBeUndefined();
    });

    it('asks to think again, once, after a report', async () => {
      const { lanes } = store();
      const who = texter();
      const lane = await leased(store(), who);
      await lanes.commit(lane, turn(lane, { put: [attempted('o1')] }), undefined);
      expect(await lanes.report(who, report('o1', 'undelivered', { errorCode: 30003 }), NOW)).toMatchObject({
        wake: true,
      });
      const sent = attempted('o1', { state: 'accepted', sid: 'SM-o1' });
      const settled = await lanes.settle(lane, settlement({ put: [sent] }));
      const told = { sid: 'SM-o1', status: 'undelivered', errorCode: 30003 };
      expect(settled).toMatchObject({ outcome: 'again', lane: { outbox: [{ ...sent, report: told }] } });
      expect(await lanes.settle(lane, settlement())).toEqual({ outcome: 'released' });
    });

    it('writes a refusal that no callback will tell as the report', async () => {
      const { lanes } = store();
      const lane = await leased(store(), texter());
      await lanes.commit(lane, turn(lane, { put: [attempted('o1')] }), undefined);
      const refused = attempted('o1', { state: 'accepted', report: { sid: '', status: 'failed', errorCode: 21610 } });
      await lanes.settle(lane, settlement({ put: [refused] }));
      expect((await look(store(), lane.ref)).outbox).toEqual([refused]);
    });
  });
}
