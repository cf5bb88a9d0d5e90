import { expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createMemoryLanes } from '../../src/adapters/memory/lanes.ts';
import { createAccept } from '../../src/hotline/accept.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { createVault } from '../../src/hotline/vault.ts';
import { handClock, keptLog } from './samples.ts';

it('a text is stored, and goes first, also when nothing can make out what it says', async () => {
  const log = keptLog();
  const keyring = newKeyring();
  const worked: boolean[] = [];
  const accept = createAccept({
    ...{ clock: handClock(), log, lanes: createMemoryLanes(), leaseMs: 1_000, turnstile: { waiting: 1 } },
    vault: createVault({ keyring, keyStore: createMemoryKeyStore() }),
    pseudonyms: () => ({ partition: 1, names: ['l1.somebody'] }),
    workers: { run: (_, urgent = false) => void worked.push(urgent), wake: () => {} },
    soundsUrgent: () => {
      throw new Error('No reading of it.');
    },
  });
  const sid = `SM${'0'.repeat(32)}`;
  const text = { sid, from: '+15555550101', channel: 'sms', to: '233733', body: 'help', media: [] } as const;
  expect(await accept({ ...text, media: [] })).toBe('stored');
  expect(worked).toEqual([true]);
  expect(log.events).toEqual([['unexpected'], ['text-stored']]);
});
