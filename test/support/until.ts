import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/** Resolves when `check` holds. Rejects after `ms`, saying what never came true and how it stood. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  { ms = 60_000, seen }: { ms?: number; seen?: () => unknown } = {},
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${ms} ms${seen ? `; seen: ${JSON.stringify(await seen())}` : ''}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}
