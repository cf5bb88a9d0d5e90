/** Somebody guesses, a token was rotated on one side only, or PUBLIC_URL is wrong: each needs a person to look. */
const TOLERATED = 3;
const WINDOW_MS = 60_000;

/** Calls `raise` once for each minute in which more than three bad signatures came. */
export function createSignatureAlarm(now: () => number, raise: (count: number) => void): () => void {
  let windowStart = Number.NEGATIVE_INFINITY;
  let count = 0;
  return () => {
    const at = now();
    // A clock set back must not keep an old window open.
    if (at - windowStart >= WINDOW_MS || at < windowStart) {
      windowStart = at;
      count = 0;
    }
    count += 1;
    if (count === TOLERATED + 1) raise(count);
  };
}
