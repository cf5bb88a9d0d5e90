import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Conversation, createConversation } from '../conversation/conversation.ts';
import { findFaults } from '../conversation/find-faults.ts';
import type { PublishedSet } from '../conversation/published-set.ts';
import { readSet } from '../conversation/read-set.ts';
import type { Service } from '../directory/directory.ts';
import { withListings } from '../directory/own-listings.ts';
import { readDirectory } from '../directory/read-directory.ts';
import type { Finding } from '../flow/finding.ts';
import type { Offer } from '../flow/offered-languages.ts';
import { LineError } from './errors.ts';
import type { FlowSets, Log, Words } from './ports.ts';

/** A published set, ready to talk: its rules, and its words. */
export interface Talker {
  hash: string;
  set: PublishedSet;
  conversation: Conversation;
  words: Words;
}

/** Finds the set that a conversation is pinned to. */
export interface SetLibrary {
  current(): Talker;
  /** Undefined when the set is nowhere to be found: the conversation then moves to the current set's safe step. */
  of(hash: string): Promise<Talker | undefined>;
  /** Publishes the set anew, with these services in its directory; conversations that have begun keep theirs. */
  relist(listings: readonly Service[]): Promise<void>;
}

export type { Finding };
export type ReadSet = typeof readSet;

const SETS_AT_HAND = 16;

/** SHA-256 over the sorted paths and texts, 16 hexadecimal digits: the name of a set. */
export function hashSet(files: Record<string, string>): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).sort()) hash.update(`${path}\0${files[path]}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** Publishes `files` as the current set and opens the library; findings instead when the set has faults. */
export async function openSetLibrary(options: {
  files: Record<string, string>;
  flowSets: FlowSets;
  createWords: (set: PublishedSet) => Words;
  /** Reads files that somebody else has checked, as the flow check of `npm test` does for tests that start many lines. */
  readChecked?: ReadSet;
  log: Log;
  /** Live, only languages that someone has reviewed; see `offeredLanguages`. */
  offer?: Offer;
}): Promise<{ ok: true; library: SetLibrary } | { ok: false; findings: Finding[] }> {
  const { files, flowSets, createWords, log, offer = 'all', readChecked } = options;
  const readFiles = readChecked ?? readSet;
  const talkers = new LRUCache<string, Talker>({ max: SETS_AT_HAND });

  const talker = (hash: string, set: PublishedSet): Talker => ({
    hash,
    set,
    conversation: createConversation(set),
    words: createWords(set),
  });

  const hash = hashSet(files);
  // What stands in the store was checked when it was published.
  if (!readChecked && (await flowSets.get(hash)) === undefined) {
    const errors = findFaults(files).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { ok: false, findings: errors };
  }
  const read = readFiles(files, hash, offer);
  if (!read.ok) return { ok: false, findings: read.findings };
  await flowSets.put(hash, files);
  let current = talker(hash, read.set);

  async function of(wanted: string): Promise<Talker | undefined> {
    if (wanted === current.hash) return current;
    const atHand = talkers.get(wanted);
    if (atHand) return atHand;
    const stored = await flowSets.get(wanted);
    const old = stored && readFiles(stored, wanted, offer);
    if (!old?.ok) {
      log.event('set-missing');
      return undefined;
    }
    const found = talker(wanted, old.set);
    talkers.set(wanted, found);
    return found;
  }

  async function relist(listings: readonly Service[]): Promise<void> {
    const relisted = withListings(files, listings);
    const name = hashSet(relisted);
    if (name === current.hash) return;
    const { directory, faults } = readDirectory(relisted);
    if (faults.length > 0) throw new LineError('set-invalid', 'Its own listings do not fit its directory.');
    await flowSets.put(name, relisted);
    talkers.set(current.hash, current);
    current = talker(name, { ...current.set, hash: name, directory });
  }

  return { ok: true, library: { current: () => current, of, relist } };
}
