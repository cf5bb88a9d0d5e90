/** Somebody guesses, a token was rotated on one side only, or PUBLIC_URL is wrong: each needs a person to look. */
const TOLERATED = 3;
const WINDOW_MS = 60_000;

/**
 * To be called for each bad signature. Calls `raise` when more than three came within any minute, at most once a minute,
 * with the number since it last did.
 */
export function createSignatureAlarm(now: () => number, raise: (count: number) => void): () => void {
  const recent: number[] = [];
  let raisedAt = Number.NEGATIVE_INFINITY;
  let count = 0;
  return () => {
    const at = now();
    count += 1;
    recent.push(at);
    if (recent.length > TOLERATED + 1) recent.shift();
    const tooMany = recent.length > TOLERATED && within(at, recent[0] ?? at);
    if (!tooMany || within(at, raisedAt)) return;
    raise(count);
    raisedAt = at;
    count = 0;
  };
}

/** A clock that was set back counts by how far the times are apart. */
function within(at: number, other: number): boolean {
  return Math.abs(at - other) < WINDOW_MS;
}
