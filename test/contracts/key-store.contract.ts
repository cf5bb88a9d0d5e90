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

  it('destroys nothing that is held, and says afterwards whether it was to be', async () => {
    await Promise.all(['held', 'free'].map((id) => store.putIfAbsent(id, Buffer.from(id))));
    expect(await store.hold('held', 1)).toBe(true);
    expect(await store.hold('never', 1)).toBe(false);
    expect(await store.destroy(['held', 'free'])).toEqual(['held']);
    expect(await store.get('held')).toEqual(Buffer.from('held'));
    expect(await store.hold('held', 1)).toBe(true);
    expect(await store.lift('held', 1)).toBe(true);
    expect(await store.get('held')).toBeUndefined();
    expect(await store.lift('held', 1)).toBe(false);
    expect(await store.destroy(['held'])).toEqual([]);
  });

  it('keeps what is held anew when the hold before is lifted late, and what nobody wanted gone when it is lifted', async () => {
    await store.putIfAbsent('twice', Buffer.from('twice'));
    await store.hold('twice', 1);
    await store.hold('twice', 3);
    expect(await store.lift('twice', 1)).toBe(false);
    expect(await store.destroy(['twice'])).toEqual(['twice']);
    await store.hold('twice', 5);
    expect(await store.lift('twice', 5)).toBe(true);
    await store.putIfAbsent('young', Buffer.from('young'));
    await store.hold('young', 1);
    expect(await store.lift('young', 1)).toBe(false);
    expect(await store.get('young')).toEqual(Buffer.from('young'));
  });

  it('says what was used when, by its last use, and forgets that with the key', async () => {
    const noted = { first: 10, again: 5, last: 30 };
    for (const [id, at] of Object.entries(noted)) {
      await store.putIfAbsent(id, Buffer.from(id));
      await store.note('transcript', id, at);
    }
    await store.note('transcript', 'again', 20);
    await store.note('transcript', 'again', 7);
    await store.note('record', 'other', 1);
    expect(await store.usedBefore('transcript', 20, 0, 9)).toEqual(['first', 'again']);
    expect(await store.usedBefore('transcript', 29, 1, 9)).toEqual(['again']);
    expect(await store.usedBefore('transcript', 99, 0, 1)).toEqual(['first']);
    expect(await store.countUsed('transcript', 10, 30)).toBe(2);
    expect(await store.countUsed('transcript', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(3);
    await store.destroy(['again']);
    expect(await store.usedBefore('transcript', 99, 0, 9)).toEqual(['first', 'last']);
    expect(await store.usedBefore('record', 99, 0, 9)).toEqual(['other']);
  });

  it('is not changed through the Buffers it took or gave', async () => {
    const wrapped = Buffer.from('mine');
    const given = await store.putIfAbsent('kept', wrapped);
    wrapped.fill(0);
    given.fill(0);
    expect(await store.get('kept')).toEqual(Buffer.from('mine'));
  });
}
