import { createSecretKey } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { newKeyring, rotateKeyring } from '../../src/hotline/keyring.ts';
import type { KeyStore } from '../../src/hotline/ports.ts';
import { createVault, inboxKeyId } from '../../src/hotline/vault.ts';
import { NOW } from './samples.ts';

const HOUR = 3_600_000;

describe('the vault', () => {
  const keyring = newKeyring();
  let keyStore: KeyStore;
  beforeEach(() => {
    keyStore = createMemoryKeyStore();
  });
  /** Another process of the line: nothing is cached there. */
  const vault = (ring = keyring) => createVault({ keyring: ring, keyStore });

  it('opens in any process what one has sealed', async () => {
    const id = await vault().newKey();
    const sealed = await vault().seal(id, 'help', 'here');
    expect(await vault().open(id, sealed, 'here')).toBe('help');
  });

  it('keeps no data key in the clear', async () => {
    const stored: Buffer[] = [];
    const spying: KeyStore = {
      ...keyStore,
      async putIfAbsent(id, wrapped) {
        stored.push(wrapped);
        return keyStore.putIfAbsent(id, wrapped);
      },
    };
    const one = createVault({ keyring, keyStore: spying });
    const sealed = await one.seal(await one.newKey(), 'help', 'here');
    expect(stored).toHaveLength(1);
    const { aes256gcm } = await import('../../src/hotline/cipher.ts');
    const wrapped = stored[0] ?? Buffer.alloc(0);
    for (let at = 0; at + 32 <= wrapped.length; at += 1) {
      expect(() => aes256gcm.open(createSecretKey(wrapped.subarray(at, at + 32)), sealed, 'here')).toThrow();
    }
  });

  it('opens after a rotation what an older wrapping key wrapped, and wraps with the new one', async () => {
    const id = await vault().newKey();
    const sealed = await vault().seal(id, 'help', 'here');
    const rotated = rotateKeyring(keyring);
    expect(await vault(rotated).open(id, sealed, 'here')).toBe('help');
    const young = await vault(rotated).newKey();
    await expect(vault(keyring).seal(young, 'help', 'here')).rejects.toMatchObject({ code: 'keyring-missing-key' });
  });

  it('names the key that a keyring lacks, and never the secret', async () => {
    const id = await vault().newKey();
    const { w1: _lost, ...keys } = rotateKeyring(keyring).wrapping.keys;
    const poorer = { ...keyring, wrapping: { current: 'w2', keys } };
    const opening = vault(poorer).seal(id, 'help', 'here');
    await expect(opening).rejects.toMatchObject({ code: 'keyring-missing-key' });
    await expect(opening).rejects.toThrow(/"w1"/);
    await expect(opening).rejects.not.toThrow(keyring.wrapping.keys.w1);
  });

  it('opens nothing with a keyring of the same ids and other secrets', async () => {
    const id = await vault().newKey();
    await expect(vault(newKeyring()).seal(id, 'help', 'here')).rejects.toMatchObject({ code: 'seal-broken' });
  });

  it('forgets what a destroyed key sealed', async () => {
    const one = vault();
    const [id, other] = [await one.newKey(), await one.newKey()];
    const sealed = await one.seal(id, 'help', 'here');
    await one.destroy([id]);
    for (const process of [one, vault()]) {
      await expect(process.open(id, sealed, 'here')).rejects.toMatchObject({ code: 'key-destroyed' });
      await expect(process.seal(id, 'more', 'here')).rejects.toMatchObject({ code: 'key-destroyed' });
      await expect(process.seal(other, 'more', 'here')).resolves.toBeDefined();
    }
  });

  it('does not open what was moved to another place, another key or another id', async () => {
    const one = vault();
    const [id, other] = [await one.newKey(), await one.newKey()];
    const sealed = await one.seal(id, 'help', 'l1.anna/state');
    await expect(one.open(id, sealed, 'l1.berta/state')).rejects.toMatchObject({ code: 'seal-broken' });
    await expect(one.open(other, sealed, 'l1.anna/state')).rejects.toMatchObject({ code: 'seal-broken' });
    const wrapped = (await keyStore.get(id)) ?? Buffer.alloc(0);
    await keyStore.putIfAbsent('moved', wrapped);
    await expect(vault().open('moved', sealed, 'l1.anna/state')).rejects.toMatchObject({ code: 'seal-broken' });
  });

  it('shares one inbox key between processes for an hour', async () => {
    const [one, other] = [vault(), vault()];
    const ids = await Promise.all([one.inboxKey(NOW), other.inboxKey(NOW)]);
    expect(ids).toEqual([inboxKeyId(NOW), inboxKeyId(NOW)]);
    const sealed = await one.seal(inboxKeyId(NOW), 'help', 'inbox/SM1');
    expect(await other.open(inboxKeyId(NOW), sealed, 'inbox/SM1')).toBe('help');
    expect(await one.inboxKey(NOW + HOUR)).not.toBe(inboxKeyId(NOW));
  });
});
