/** Looked up once: in a test each look at a global goes through jest, which costs more than the sum around it. */
const { imul } = Math;

/** The weights are kept in 2^BITS places, which words, letter groups and signs are hashed to. */
export const BITS = 20;

/** FNV over the parts, each ended by a mark of its own, so that "ab c" is not "a bc". `kind` keeps features of different kinds apart. */
export function hash(kind: number, ...parts: string[]): number {
  let value = 0x811c9dc5 ^ (kind + 1);
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) value = imul(value ^ part.charCodeAt(at), 0x01000193);
    value = imul(value ^ 0x1f, 0x01000193);
  }
  return value;
}

/** FNV's low bits lean on the last letters: mixed before they choose a place. */
export function placeOf(hashed: number): number {
  let mixed = hashed ^ (hashed >>> 16);
  mixed = imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = imul(mixed, 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) & ((1 << BITS) - 1);
}
