/**
 * What came of reading a signed form. `unreadable`: not a shape that Twilio sends, which a genuine signature can
 * only cover when somebody cut the parameters apart anew. `not-ours`: another account or number.
 */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: 'unreadable' | 'not-ours' };

export const UNREADABLE = { ok: false, code: 'unreadable' } as const;
export const NOT_OURS = { ok: false, code: 'not-ours' } as const;

/** A repeated key arrives as an array and signs like a single one: such a form is refused whole. */
export function stringsOnly(form: unknown): form is Record<string, string> {
  if (typeof form !== 'object' || form === null) return false;
  for (const value of Object.values(form)) if (typeof value !== 'string') return false;
  return true;
}
