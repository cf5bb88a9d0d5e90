import type { CrowdCalls } from './crowd.ts';
import { openRow } from './open-row.ts';
import type { OutsideCalls } from './outside.ts';
import { openRemote, type Remote } from './remote.ts';
import { rounded, type Spread } from './spread.ts';

export interface Crowd {
  /** Conversations open while it was measured. */
  conversations: number;
  filledPerSecond: number;
  textsPerSecond: number;
  answerMs: Spread;
  replyMs: Spread | undefined;
}

const SMALL_SHARE = 0.01;
const LONGEST_FILL_MS = 75_000;

/** The whole path while few other conversations are open, and while many are. Synced every second. */
export async function measureCrowds(given: {
  dir: string;
  outside: Remote<OutsideCalls>;
  apiBase: string;
  seconds: number;
  conversations: number;
}): Promise<{ few: Crowd; many: Crowd; manyToFew: number }> {
  const { seconds, conversations } = given;
  const row = await openRow({ row: 'd', name: 'a crowd', kind: 'line', appendfsync: 'everysec' }, given);
  const crowd = openRemote<CrowdCalls>(import.meta.resolve('./crowd.ts'));
  try {
    if (row.ground === undefined) throw new TypeError('A crowd needs stores.');
    await crowd.call('open', row.ground);
    let before = 0;
    const grow = async (upTo: number): Promise<Crowd> => {
      const start = performance.now();
      const open = await crowd.call('fill', { upTo, withinMs: LONGEST_FILL_MS });
      const filledPerSecond = Math.round(((open - before) * 1000) / (performance.now() - start));
      before = open;
      const { textsPerSecond, answerMs, replyMs } = await row.measure(seconds);
      return { conversations: open, filledPerSecond, textsPerSecond: Math.round(textsPerSecond), answerMs, replyMs };
    };
    await row.measure(seconds);
    const few = await grow(Math.max(1, Math.round(conversations * SMALL_SHARE)));
    const many = await grow(conversations);
    return { few, many, manyToFew: rounded(many.textsPerSecond / few.textsPerSecond) };
  } finally {
    await crowd.end();
    await row.close();
  }
}
