import { laneBytes } from './lane-bytes.ts';
import { type Ground, openGround } from './open-ground.ts';
import type { OutsideCalls } from './outside.ts';
import { openRemote, type Remote } from './remote.ts';
import type { Row } from './rows.ts';
import type { ServerCalls } from './server.ts';
import { rounded, type Spread } from './spread.ts';

/** What one measurement of a row shows. */
export interface Measured {
  textsPerSecond: number;
  /** Processor time of the server's own process for each text: hardly moved by what else the machine does. */
  cpuMs: number;
  answerMs: Spread;
  /** Of the whole path only, from here on. */
  replyMs?: Spread;
  offScript?: number;
  /** Commands sent to Redis for each text, by what they are for. */
  redis?: { path: number; callbacks: number; looks: number; byName: Record<string, number> };
}

/** A row's server, in a process of its own on stores of its own. */
export interface RowUnderTest {
  measure(seconds: number): Promise<Measured>;
  /** What a conversation takes in Redis after its six texts. */
  bytes(): Promise<number | undefined>;
  ground: Ground | undefined;
  close(): Promise<void>;
}

const CONNECTIONS = 16;
/** People texting at once in the whole path: while one's reply is on its way, others keep the connections busy. */
const PEOPLE = 64;
const SIX_TEXTS = 6;
const CALLBACKS = new Set(['report']);
const LOOKS = new Set(['zrangebyscore', 'zrange']);

export async function openRow(
  row: Row,
  given: { dir: string; outside: Remote<OutsideCalls>; apiBase: string },
): Promise<RowUnderTest> {
  const { outside, apiBase } = given;
  const ground = row.appendfsync && (await openGround(given.dir, row.appendfsync));
  const server = openRemote<ServerCalls>(import.meta.resolve('./server.ts'));
  const { url } = await server.call('open', { kind: row.kind, ground, apiBase });

  async function measure(seconds: number): Promise<Measured> {
    await server.call('spent', undefined);
    if (row.kind !== 'line') {
      const sent = await outside.call('sendTexts', { url, connections: CONNECTIONS, seconds });
      const { cpuMs } = await server.call('spent', undefined);
      return { textsPerSecond: sent.texts / sent.seconds, cpuMs: cpuMs / sent.texts, answerMs: sent.answerMs };
    }
    const load = { url, connections: CONNECTIONS, people: PEOPLE, seconds };
    const held = await outside.call('holdConversations', load);
    const spent = await server.call('spent', undefined);
    const cpuMs = spent.cpuMs / held.answered;
    const redis = perText(spent.commands, held.answered);
    const { answerMs, replyMs, offScript } = held;
    return { textsPerSecond: held.texts / held.seconds, cpuMs, answerMs, replyMs, offScript, redis };
  }

  return {
    ground,
    measure,
    bytes: async () => ground && laneBytes(ground.data, SIX_TEXTS),
    async close() {
      await server.end();
      await ground?.close();
    },
  };
}

function perText(counts: Record<string, number>, texts: number): Measured['redis'] {
  const sum = (belongs: (name: string) => boolean) =>
    Object.entries(counts).reduce((total, [name, count]) => total + (belongs(name) ? count : 0), 0) / texts;
  return {
    path: sum((name) => !CALLBACKS.has(name) && !LOOKS.has(name)),
    callbacks: sum((name) => CALLBACKS.has(name)),
    looks: sum((name) => LOOKS.has(name)),
    byName: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, rounded(count / texts)])),
  };
}
