import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { KeyStore } from '../../src/hotline/ports.ts';

/** What every key store must do. Call it inside a `describe`; `open` is called once. */
export function keyStoreContract(open: () => Promise<KeyStore>): void {
  let store: KeyStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('has no key that was not put', async () => {
    expect(await store.get('never')).toBeUndefined();
  });

  it('gives back the very bytes', async () => {
    const wrapped = Buffer.from([0, 255, 13, 10, 0]);
    expect(await store.putIfAbsent('bytes', wrapped)).toEqual(wrapped);
    expect(await store.get('bytes')).toEqual(wrapped);
  });

  it('never replaces a key, and says which one stands', async () => {
    const first = randomBytes(60);
    await store.putIfAbsent('taken', first);
    expect(await store.putIfAbsent('taken', randomBytes(60))).toEqual(first);
    expect(await store.get('taken')).toEqual(first);
  });

  it('lets exactly one of many at once stand', async () => {
    const standing = await Promise.all(Array.from({ length: 20 }, () => store.putIfAbsent('race', randomBytes(60))));
    expect(new Set(standing.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('destroys keys, and only those', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => store.putIfAbsent(id, Buffer.from(id))));
    await store.destroy(['a', 'c', 'never']);
    expect(await Promise.all(['a', 'b', 'c'].map((id) => store.get(id)))).toEqual([
      undefined,
      Buffer.from('b'),
      undefined,
    ]);
    await store.destroy([]);
  });

  it('is not changed through the Buffers it took or gave', async () => {
    const wrapped = Buffer.from('mine');
    const given = await store.putIfAbsent('kept', wrapped);
    wrapped.fill(0);
    given.fill(0);
    expect(await store.get('kept')).toEqual(Buffer.from('mine'));
  });
}
