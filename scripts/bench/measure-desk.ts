import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskStreamCalls } from './desk-streams.ts';
import { openGround } from './open-ground.ts';
import type { OutsideCalls } from './outside.ts';
import { openRemote, type Remote } from './remote.ts';
import type { ServerCalls, ServerKind } from './server.ts';
import { rounded, type Spread, spreadOf } from './spread.ts';

/** From the first byte of a text of somebody in danger until it rings, over every stream of every such text. */
export interface Rung {
  ringMs: Spread;
  /** Texts of somebody in danger. */
  red: number;
  /** Noise that was taken in a second; 0 where none was made. */
  noisePerSecond: number;
}

export interface MeasuredDesk {
  streams: number;
  /** The line, while nobody else texts, and under noise. */
  quiet: Rung;
  noisy: Rung;
  /** A server that only passes it on, under the same noise: what this machine takes at the least. */
  bare: Rung;
  /** p99 of the line under noise, to that of the bare server. */
  toBare: number;
  /** Streams that ended by themselves. */
  ended: number;
}

const WITHIN_MS = 20_000;
/** Between two who are in danger. */
const APART_MS = 100;

/** How soon somebody in danger rings at every console, while many text who are in none. Synced always, as a live line is. */
export async function measureDesk(given: {
  dir: string;
  outside: Remote<OutsideCalls>;
  apiBase: string;
  seconds: number;
  streams: number;
  noise: number;
}): Promise<MeasuredDesk> {
  const line = await openUnderTest('line', given);
  const bare = await openUnderTest('fan', given);
  try {
    for (const cold of [line, bare]) await cold.ring(given.noise);
    const quiet = await line.ring(0);
    const passedOn = await bare.ring(given.noise);
    const noisy = await line.ring(given.noise);
    const toBare = rounded(noisy.ringMs.p99 / passedOn.ringMs.p99);
    return { streams: given.streams, quiet, noisy, bare: passedOn, toBare, ended: await line.ended() };
  } finally {
    await line.close();
    await bare.close();
  }
}

async function openUnderTest(kind: ServerKind & ('line' | 'fan'), given: Parameters<typeof measureDesk>[0]) {
  const { outside, apiBase, seconds, streams } = given;
  const ground = kind === 'line' ? await openGround(given.dir, 'always') : undefined;
  const server = openRemote<ServerCalls>(import.meta.resolve('./server.ts'));
  const listeners = openRemote<DeskStreamCalls>(import.meta.resolve('./desk-streams.ts'));
  const { url } = await server.call('open', { kind, ground, apiBase });
  await listeners.call('listen', { url, ground, advocates: streams });

  return {
    async ring(perSecond: number): Promise<Rung> {
      const noise = perSecond > 0 ? outside.call('makeNoise', { url, perSecond, seconds }) : undefined;
      const times: number[] = [];
      const until = Date.now() + seconds * 1000;
      let red = 0;
      for (; Date.now() < until || red === 0; red++) {
        times.push(...(await listeners.call('cryForHelp', { url, withinMs: WITHIN_MS })));
        await sleep(APART_MS);
      }
      return { ringMs: spreadOf(times), red, noisePerSecond: (await noise) ?? 0 };
    },
    ended: () => listeners.call('ended', undefined),
    async close() {
      await listeners.end();
      await server.end();
      await ground?.close();
    },
  };
}
