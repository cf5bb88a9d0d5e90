import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
const keyId = z.string().regex(/^[a-z][a-z0-9]{0,7}$/, 'must be a letter and up to 7 letters or digits');
const rotating = z
  .strictObject({ current: keyId, keys: z.record(keyId, key) })
  .refine((ring) => ring.current in ring.keys, { path: ['current'], message: 'names a key that is not in keys' });

const schema = z.strictObject({
  version: z.literal(1),
  /** Chooses partitions. It never rotates: a texter's lane would be lost. */
  routing: key,
  /** Keys the audit chain. */
  audit: key,
  /** Makes pseudonyms. An id in use cannot be removed, or opt-outs made under it would be forgotten. */
  lookup: rotating,
  /** Wraps data keys. */
  wrapping: rotating,
});

/** The line's secrets: kept in a file of mode 600, outside Redis and outside its backups. */
export type Keyring = z.infer<typeof schema>;

const secret = () => randomBytes(32).toString('base64');

/** A fresh keyring with one key of each kind. */
export function newKeyring(): Keyring {
  return {
    version: 1,
    routing: secret(),
    audit: secret(),
    lookup: { current: 'l1', keys: { l1: secret() } },
    wrapping: { current: 'w1', keys: { w1: secret() } },
  };
}

/** The keyring with a new current lookup and wrapping key. Older keys stay, for what they made. */
export function rotateKeyring(ring: Keyring): Keyring {
  return { ...ring, lookup: withNewKey(ring.lookup, 'l'), wrapping: withNewKey(ring.wrapping, 'w') };
}

function withNewKey(ring: Keyring['lookup'], letter: string): Keyring['lookup'] {
  const numbers = Object.keys(ring.keys).map((id) => Number(id.slice(1)) || 0);
  const id = `${letter}${Math.max(...numbers) + 1}`;
  return { current: id, keys: { ...ring.keys, [id]: secret() } };
}

/** Reads a keyring's JSON. A fault names the place in the file, never the secret. */
export function parseKeyring(text: string): { ok: true; keyring: Keyring } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'it is not JSON. Make one with: npm run -s keyring -- new FILE' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, keyring: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, problem: `${issue?.path.join('.') || 'the whole'}: ${issue?.message}` };
}
