import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Keyring } from './keyring.ts';
import { type LaneNames, PARTITIONS } from './ports.ts';

/**
 * Names a texter as the store may know them. An address is E.164 or a channel address; the name is
 * HMAC-SHA-256 under each lookup key, newest first, since an unkeyed hash of a number is reversed in minutes.
 */
export function createPseudonyms(keyring: Keyring): (address: string) => LaneNames {
  const routing = createSecretKey(keyring.routing, 'base64');
  const ids = Object.keys(keyring.lookup.keys).sort((a, b) => order(b, keyring) - order(a, keyring));
  const keys = ids.map((id) => ({ id, key: createSecretKey(keyring.lookup.keys[id] ?? '', 'base64') }));
  return (address) => ({
    partition: mac(routing, address).readUInt32BE(0) % PARTITIONS,
    names: keys.map(({ id, key }) => `${id}.${mac(key, address).subarray(0, 16).toString('base64url')}`),
  });
}

function order(id: string, keyring: Keyring): number {
  return id === keyring.lookup.current ? Number.POSITIVE_INFINITY : Object.keys(keyring.lookup.keys).indexOf(id);
}

function mac(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
