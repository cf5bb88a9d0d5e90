import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryLineState } from '../../src/adapters/memory/line-state.ts';
import type { Inbound } from '../../src/hotline/ports.ts';
import { createSweep, SWEEP_EVERY_MS } from '../../src/hotline/sweep.ts';
import { handClock, keptLog, NOW } from './samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STARTED = NOW - 100 * HOUR;

type Listed = Inbound & { receivedAt: number };

const listed = (sid: string, receivedAt: number): Listed => ({
  ...{ sid, receivedAt, from: '+15555550100', channel: 'sms', to: '233733', body: 'help', media: [] },
});

describe('the sweep', () => {
  const clock = handClock();
  let list: Listed[];
  let accepted: [sid: string, receivedAt: number | undefined][];
  let seen: Set<string>;
  let log: ReturnType<typeof keptLog>;
  let lineState: ReturnType<typeof createMemoryLineState>;
  let asked: number[];
  let failing: boolean;
  beforeEach(async () => {
    clock.time = NOW;
    [list, accepted, asked, failing] = [[], [], [], false];
    seen = new Set();
    log = keptLog();
    lineState = createMemoryLineState(clock.now);
    await lineState.firstStart(STARTED);
  });

  /** One process of the line. */
  const process = () =>
    createSweep({
      ...{ clock, lineState, log },
      providerLog: {
        async *inboundSince(since) {
          asked.push(since.getTime());
          if (failing) throw new Error('Twilio is away');
          yield* list.filter(({ receivedAt }) => receivedAt >= since.getTime());
        },
        sentTo: async () => [],
      },
      async accept({ sid }, receivedAt) {
        accepted.push([sid, receivedAt]);
        if (seen.has(sid)) return 'seen';
        seen.add(sid);
        return 'stored';
      },
    });
  const later = (ms: number) => {
    clock.time += ms;
  };

  it('accepts what is missing in the order it was sent, with the time it was sent', async () => {
    list = [listed('SM3', NOW - 30_000), listed('SM1', NOW - 50_000), listed('SM2', NOW - 40_000)];
    seen.add('SM2');
    expect(await process()()).toBe(2);
    expect(accepted).toEqual([
      ['SM1', NOW - 50_000],
      ['SM2', NOW - 40_000],
      ['SM3', NOW - 30_000],
    ]);
    expect(log.events).toEqual([['sweep-found', { count: 2 }]]);
  });

  it('leaves a text alone while its webhook may still come, and takes it the next time', async () => {
    const sweep = process();
    list = [listed('SM1', NOW - 19_000)];
    expect(await sweep()).toBe(0);
    expect(accepted).toEqual([]);
    later(SWEEP_EVERY_MS);
    expect(await sweep()).toBe(1);
  });

  it('ignores what is older than the line’s first start on this store', async () => {
    lineState = createMemoryLineState(clock.now);
    await lineState.firstStart(NOW - 40_000);
    list = [listed('SM1', NOW - 60_000), listed('SM2', NOW - 30_000)];
    await process()();
    expect(accepted.map(([sid]) => sid)).toEqual(['SM2']);
  });

  it('looks back 71 h at first, within what SIDs are remembered for, and half an hour from then on', async () => {
    const sweep = process();
    await sweep();
    later(SWEEP_EVERY_MS);
    await sweep();
    expect(asked).toEqual([NOW - 71 * HOUR, NOW + MINUTE - 30 * MINUTE]);
  });

  it('does not hand over again what it has handed over', async () => {
    const sweep = process();
    list = [listed('SM1', NOW - 60_000)];
    await sweep();
    later(SWEEP_EVERY_MS);
    await sweep();
    expect(accepted).toHaveLength(1);
  });

  it('is done by one of many processes each minute', async () => {
    const processes = [process(), process(), process()];
    await Promise.all(processes.map((sweep) => sweep()));
    expect(asked).toHaveLength(1);
    later(SWEEP_EVERY_MS);
    await Promise.all(processes.map((sweep) => sweep()));
    expect(asked).toHaveLength(2);
  });

  it('says so when the list cannot be read, and looks back as far the next time', async () => {
    const sweep = process();
    failing = true;
    expect(await sweep()).toBe(0);
    expect(log.events).toEqual([['sweep-failed']]);
    failing = false;
    later(SWEEP_EVERY_MS);
    list = [listed('SM1', NOW - 70 * HOUR)];
    expect(await sweep()).toBe(1);
  });
});
