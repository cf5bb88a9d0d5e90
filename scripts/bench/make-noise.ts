import { setTimeout as sleep } from 'node:timers/promises';
import { newNumber, signedText } from './signed-texts.ts';
import { createTexter } from './texter.ts';

/** What people say who need nobody yet. */
export const NOISE = 'hi';

const CONNECTIONS = 32;
const TICK_MS = 10;

/** Texts of ever new people at a steady pace, whether or not the server keeps up. Returns how many it took in a second. */
export async function makeNoise(given: { url: string; perSecond: number; seconds: number }): Promise<number> {
  const { url, perSecond, seconds } = given;
  const texter = createTexter(url, CONNECTIONS);
  const all = Math.round(perSecond * seconds);
  const texts = Array.from({ length: all }, () => signedText(newNumber(), NOISE));
  const posted: Promise<number>[] = [];
  const start = performance.now();
  try {
    while (posted.length < all) {
      const due = Math.min(all, Math.floor(((performance.now() - start) * perSecond) / 1000));
      for (const text of texts.slice(posted.length, due)) posted.push(texter.post(text));
      await sleep(TICK_MS);
    }
    await Promise.all(posted);
    return Math.round((all * 1000) / (performance.now() - start));
  } finally {
    await texter.close();
  }
}
