import { describe, expect, it } from '@jest/globals';
import { createTurnstile } from '../../src/hotline/turnstile.ts';

/** Who went in, in order, and the way out for each. */
function visitors(places: number) {
  const turnstile = createTurnstile(places);
  const inside: string[] = [];
  const leave = new Map<string, () => void>();
  const came = (name: string) =>
    turnstile.through(name, () => {
      inside.push(name);
      return new Promise<void>((resolve) => leave.set(name, resolve));
    });
  return { turnstile, inside, came, leave: async (name: string) => leave.get(name)?.() };
}

const settled = () => new Promise(setImmediate);

describe('the turnstile', () => {
  it('lets so many in at once, and the others as they came', async () => {
    const { turnstile, inside, came, leave } = visitors(2);
    for (const name of ['a', 'b', 'c', 'd']) void came(name);
    await settled();
    expect([inside, turnstile.waiting]).toEqual([['a', 'b'], 2]);

    await leave('b');
    await settled();
    expect([inside, turnstile.waiting]).toEqual([['a', 'b', 'c'], 1]);
  });

  it('lets whoever is hurried in at once, who takes no place of another', async () => {
    const { turnstile, inside, came, leave } = visitors(1);
    for (const name of ['a', 'b', 'c']) void came(name);
    turnstile.hurry('c');
    turnstile.hurry('d');
    void came('d');
    await settled();
    expect(inside.toSorted()).toEqual(['a', 'c', 'd']);

    await leave('c');
    await leave('d');
    await settled();
    expect([inside.length, turnstile.waiting]).toEqual([3, 1]);
    await leave('a');
    await settled();
    expect(inside.at(-1)).toBe('b');
  });

  it('gives a place back when the work fails', async () => {
    const turnstile = createTurnstile(1);
    await expect(turnstile.through('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turnstile.through('b', async () => 'done')).toBe('done');
  });

  it('lets in whoever comes again while they wait, both of them, and takes one place for it', async () => {
    const { turnstile, inside, came, leave } = visitors(1);
    for (const name of ['a', 'b', 'b', 'c']) void came(name);
    await settled();
    expect(turnstile.waiting).toBe(2);
    await leave('a');
    await settled();
    expect(inside).toEqual(['a', 'b', 'b']);
  });

  it('tells how long each waited', async () => {
    let now = 0;
    const turnstile = createTurnstile(1, () => now);
    const waited: number[] = [];
    const came = async (work?: Promise<void>) =>
      turnstile.through(`${waited.length}`, async (ms) => {
        waited.push(ms);
        await work;
      });
    let leave = () => {};
    void came(
      new Promise((resolve) => {
        leave = resolve;
      }),
    );
    const second = came();
    await settled();
    now = 700;
    leave();
    await second;
    expect(waited).toEqual([0, 700]);
  });

  it('hurries nobody who has been calmed', async () => {
    const { turnstile, inside, came } = visitors(1);
    turnstile.hurry('b');
    turnstile.calm('b');
    for (const name of ['a', 'b']) void came(name);
    await settled();
    expect(inside).toEqual(['a']);
  });
});
