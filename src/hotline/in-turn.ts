import type { Log } from './ports.ts';

/** Does one thing after the other, and each of them also where one before it failed: nothing waits for what is broken. */
export async function inTurn(works: readonly (() => Promise<unknown>)[], log: Log): Promise<void> {
  for (const work of works) await work().catch(() => log.event('unexpected'));
}
