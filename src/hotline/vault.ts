import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { aes256gcm, type Cipher } from './cipher.ts';
import { LineError } from './errors.ts';
import { freshBytes } from './fresh-bytes.ts';
import type { Keyring } from './keyring.ts';
import type { KeyStore } from './ports.ts';
import type { KeptKind } from './retention/retention-view.ts';

/** Seals people's words and numbers under data keys that can be destroyed one by one. */
export interface Vault {
  /** A new data key, standing in the key store before its id is returned. What it seals is kept for a time: `kept` says so. */
  newKey(kept?: { kind: KeptKind; at: number }): Promise<string>;
  /** What these keys seal is in use: its time begins anew. To the half of a day, so that it costs next to nothing. */
  keep(kind: KeptKind, keyIds: readonly string[], now: number): Promise<void>;
  /** The key for waiting inbox texts at `now`: shared by all processes, replaced every hour. Returns its id. */
  inboxKey(now: number): Promise<string>;
  /** @throws LineError `key-destroyed` */
  seal(keyId: string, plain: string, place: string): Promise<Buffer>;
  /** @throws LineError `key-destroyed`, `seal-broken`, `keyring-missing-key` */
  open(keyId: string, sealed: Buffer, place: string): Promise<string>;
  /** Forgets: what these keys sealed cannot be read again, here or in any backup. Returns those that a legal hold keeps. */
  destroy(keyIds: string[]): Promise<string[]>;
}

const HOUR = 3_600_000;
const INBOX = 'inbox-';
/** About 1 kB each. Beyond this a text costs one round trip more, to the key store. */
const CACHED_KEYS = 100_000;
/** A key destroyed by another process is honoured within this time. */
const CACHED_FOR_MS = 10 * 60_000;

/** Half a day more or less is nothing to what is kept for days. */
const NOTED_EVERY_MS = 12 * HOUR;

export function createVault(options: {
  keyring: Keyring;
  keyStore: KeyStore;
  /** Replaced only by the test that proves what it hides. */
  cipher?: Cipher | undefined;
  /** How many keys it keeps at hand. Room for all of them is taken at once. */
  cachedKeys?: number | undefined;
}): Vault {
  const { keyring, keyStore, cachedKeys: max = CACHED_KEYS } = options;
  const cipher = options.cipher ?? aes256gcm;
  const wrappingKeys = new Map(
    Object.entries(keyring.wrapping.keys).map(([id, key]) => [id, createSecretKey(key, 'base64')]),
  );
  const cache = new LRUCache<string, KeyObject>({ max, ttl: CACHED_FOR_MS, ttlResolution: 1_000 });
  const noted = new LRUCache<string, number>({ max });

  async function note(kind: KeptKind, id: string, at: number): Promise<void> {
    if (Math.abs(at - (noted.get(id) ?? Number.NEGATIVE_INFINITY)) < NOTED_EVERY_MS) return;
    await keyStore.note(kind, id, at);
    noted.set(id, at);
  }

  function wrap(id: string, dataKey: Buffer): Buffer {
    const wrappingId = keyring.wrapping.current;
    const sealed = aes256gcm.seal(wrappingKey(wrappingId), dataKey, `key:${id}`);
    return Buffer.concat([Buffer.from(`${wrappingId}:`), sealed]);
  }

  function unwrap(id: string, wrapped: Buffer): KeyObject {
    const colon = wrapped.indexOf(':');
    const wrappingId = wrapped.subarray(0, colon).toString();
    return createSecretKey(aes256gcm.open(wrappingKey(wrappingId), wrapped.subarray(colon + 1), `key:${id}`));
  }

  function wrappingKey(id: string): KeyObject {
    const key = wrappingKeys.get(id);
    if (key === undefined) throw new LineError('keyring-missing-key', `Wrapping key "${id}" is needed; restore it.`);
    return key;
  }

  async function stand(id: string): Promise<KeyObject> {
    const wrapped = await keyStore.putIfAbsent(id, wrap(id, randomBytes(32)));
    const dataKey = unwrap(id, wrapped);
    cache.set(id, dataKey);
    return dataKey;
  }

  async function dataKey(id: string): Promise<KeyObject> {
    const cached = cache.get(id);
    if (cached !== undefined) return cached;
    const wrapped = await keyStore.get(id);
    if (wrapped === undefined) throw new LineError('key-destroyed');
    const key = unwrap(id, wrapped);
    cache.set(id, key);
    return key;
  }

  return {
    async newKey(kept) {
      const id = freshBytes(12).toString('base64url');
      await Promise.all([stand(id), kept && note(kept.kind, id, kept.at)]);
      return id;
    },

    async keep(kind, keyIds, now) {
      await Promise.all(keyIds.map((id) => note(kind, id, now)));
    },

    async inboxKey(now) {
      const id = inboxKeyId(now);
      if (cache.get(id) === undefined) await stand(id);
      return id;
    },

    async seal(keyId, plain, place) {
      return cipher.seal(await dataKey(keyId), Buffer.from(plain, 'utf8'), place);
    },

    async open(keyId, sealed, place) {
      return cipher.open(await dataKey(keyId), sealed, place).toString('utf8');
    },

    async destroy(keyIds) {
      for (const id of keyIds) cache.delete(id);
      return keyStore.destroy(keyIds);
    },
  };
}

/** The inbox key of the hour that holds `now`. */
export function inboxKeyId(now: number): string {
  return `${INBOX}${Math.floor(now / HOUR)}`;
}

/** Whether a key is no conversation's and no record's, but everybody's for an hour. */
export function isInboxKey(id: string): boolean {
  return id.startsWith(INBOX);
}
