import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LineError } from './hotline/errors.ts';
import { type Keyring, newKeyring, parseKeyring } from './hotline/keyring.ts';
import type { LineState } from './hotline/ports.ts';

/** Reads the keyring file. In demo mode a missing one is made. @throws LineError `keyring-invalid`, naming the place and the mend */
export function openKeyring(file: string, mode: 'demo' | 'live'): Keyring {
  const text = readFile(file, mode);
  const parsed = parseKeyring(text);
  if (!parsed.ok) throw new LineError('keyring-invalid', `KEYRING_FILE ${file}: ${parsed.problem}`);
  if (mode === 'live' && (statSync(file).mode & 0o077) !== 0) {
    throw new LineError('keyring-invalid', `KEYRING_FILE ${file} can be read by others. Run: chmod 600 ${file}`);
  }
  return parsed.keyring;
}

function readFile(file: string, mode: 'demo' | 'live'): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (!missing || mode === 'live') {
      const mend = missing ? `is not there. Make one with: npm run -s keyring -- new ${file}` : 'cannot be read.';
      throw new LineError('keyring-invalid', `KEYRING_FILE ${file} ${mend}`, { cause });
    }
  }
  const text = `${JSON.stringify(newKeyring(), null, 2)}\n`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return text;
}

/**
 * Holds the keyring against what the store was written with: a lookup key in use must still be there, or opt-outs made
 * under it would be forgotten, and a wrapping key, or what it locks could not be read; the routing key must be the same, or
 * every lane would be looked for in the wrong place. Keys are known to the store by their id and a fingerprint.
 */
export async function matchKeyring(keyring: Keyring, lineState: LineState): Promise<void> {
  const held = {
    routing: [fingerprint(keyring.routing)],
    lookup: namesOf(keyring.lookup.keys),
    wrapping: namesOf(keyring.wrapping.keys),
  };
  const routing = await lineState.keyIdsInUse('routing', []);
  if (routing.length > 0 && !held.routing.every((name) => routing.includes(name))) {
    throw new LineError('keyring-missing-key', 'This keyring is not the one that the data was written with.');
  }
  for (const kind of ['lookup', 'wrapping'] as const) {
    const missing = (await lineState.keyIdsInUse(kind, [])).filter((name) => !held[kind].includes(name));
    if (missing.length > 0) {
      const ids = missing.map((name) => name.split(':', 1)[0]).join(', ');
      throw new LineError('keyring-missing-key', `${kind}.keys lacks the right ${ids}: restore it from a backup.`);
    }
  }
  for (const kind of ['routing', 'lookup', 'wrapping'] as const) await lineState.keyIdsInUse(kind, held[kind]);
}

function namesOf(keys: Record<string, string>): string[] {
  return Object.entries(keys).map(([id, key]) => `${id}:${fingerprint(key)}`);
}

/** 64 bits of an HMAC of nothing secret: tells keys apart, and nothing of them. */
function fingerprint(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update('fingerprint').digest('hex').slice(0, 16);
}
