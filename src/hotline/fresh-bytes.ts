import { randomFillSync } from 'node:crypto';

/** A draw of a few random bytes costs as much as a draw of many, and more than sealing a text with them. */
const pool = Buffer.alloc(4096);
let drawn = pool.length;

/** Random bytes that nobody else is ever given. Keep a copy of them, or use them up at once. */
export function freshBytes(size: number): Buffer {
  if (drawn + size > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += size;
  return pool.subarray(drawn - size, drawn);
}
