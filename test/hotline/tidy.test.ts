import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createMemoryLanes } from '../../src/adapters/memory/lanes.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { createTidy, TIDY_EVERY_MS } from '../../src/hotline/tidy.ts';
import { createVault, inboxKeyId } from '../../src/hotline/vault.ts';
import { sealWaiting } from '../../src/hotline/waiting.ts';
import { handClock, NOW } from './samples.ts';

const HOUR = 3_600_000;
const names = { partition: 1, names: ['l1.anna'] };

describe('tidy', () => {
  let clock: ReturnType<typeof handClock>;
  let keyStore: ReturnType<typeof createMemoryKeyStore>;
  let lanes: ReturnType<typeof createMemoryLanes>;
  let vault: ReturnType<typeof createVault>;
  let tidy: () => Promise<string[]>;
  beforeEach(() => {
    clock = handClock();
    keyStore = createMemoryKeyStore();
    lanes = createMemoryLanes(clock.now);
    vault = createVault({ keyring: newKeyring(), keyStore });
    tidy = createTidy({ clock, lanes, vault });
  });
  const stands = async (hours: number) => (await keyStore.get(inboxKeyId(NOW + hours * HOUR))) !== undefined;

  it('destroys the inbox keys of past hours and spares the last ones', async () => {
    for (const hours of [-60, -5, -2, -1, 0]) await vault.inboxKey(NOW + hours * HOUR);
    await tidy();
    expect(await Promise.all([-60, -5, -2, -1, 0].map(stands))).toEqual([false, false, false, true, true]);
  });

  it('spares every key that a text still waits under', async () => {
    const item = await sealWaiting(vault, { id: 'SM1', at: NOW, now: NOW }, { kind: 'claim', advocate: 'ana' });
    await lanes.accept(names, item, NOW, 0);
    for (let hour = 1; hour < 50; hour += 1) {
      clock.time = NOW + hour * HOUR;
      await vault.inboxKey(clock.time);
      await tidy();
    }
    expect(await stands(0)).toBe(true);
    expect(await vault.open(item.keyId, item.sealed, 'inbox/SM1')).toContain('ana');
  });

  it('catches up after the line stood still for a month', async () => {
    await vault.inboxKey(NOW);
    clock.time = NOW + 30 * 24 * HOUR;
    await tidy();
    expect(await stands(0)).toBe(false);
  });

  it('leaves no key behind once nothing waits', async () => {
    for (let at = 0; at < 100 * HOUR; at += TIDY_EVERY_MS) {
      clock.time = NOW + at;
      await vault.inboxKey(clock.time);
      await tidy();
    }
    const left = await Promise.all(Array.from({ length: 100 }, (_, hour) => stands(hour)));
    expect(left.filter((stood) => stood)).toHaveLength(2);
  });
});
