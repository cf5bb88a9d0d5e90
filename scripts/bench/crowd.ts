import path from 'node:path';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { openStores, type Stores } from '../../src/adapters/redis/open-stores.ts';
import { createLine, type Line } from '../../src/hotline/line.ts';
import { openSetLibrary } from '../../src/hotline/set-library.ts';
import { openKeyring } from '../../src/open-keyring.ts';
import { wordsOf } from '../../src/words-of.ts';
import { ACCOUNT } from './account.ts';
import type { Ground } from './open-ground.ts';
import { answerCalls } from './remote.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** Texters at once: enough to keep the store busy, few enough to leave the process its breath. */
const SIDE_BY_SIDE = 250;
const silent = { event: () => {} };

let line: Line;
let opened = 0;
/** Texts that the provider took and whose delivery it has not yet told. */
const delivered: (() => Promise<void>)[] = [];

async function open(ground: Ground): Promise<void> {
  const stores = await openStores({ redisUrls: [ground.data], keystoreUrls: [ground.keys], dataDir: '' });
  line = await lineOn(stores, ground);
}

/** Opens conversations, each with one text and its reply, until there are `upTo` or the time is over. */
async function fill({ upTo, withinMs }: { upTo: number; withinMs: number }): Promise<number> {
  const until = Date.now() + withinMs;
  while (opened < upTo && Date.now() < until) {
    const people = Math.min(SIDE_BY_SIDE, upTo - opened);
    await Promise.all(Array.from({ length: people }, () => text()));
    await line.workers.idle();
    await Promise.all(delivered.splice(0).map((tell) => tell()));
  }
  return opened;
}

function text() {
  opened += 1;
  const sid = `SM${opened.toString(16).padStart(32, 'f')}`;
  const from = `+1${3_000_000_000 + opened}`;
  return line.accept({ sid, from, channel: 'sms', to: ACCOUNT.lineNumber, body: 'hi', media: [] });
}

async function lineOn(stores: Stores, ground: Ground): Promise<Line> {
  const { files } = await readSetFiles(ROOT);
  const set = await openSetLibrary({ files, flowSets: stores.flowSets, log: silent, createWords: wordsOf });
  if (!set.ok) throw new Error('The flows have faults. Run: npm run -s flows -- check');
  return createLine({
    ...stores,
    clock: { now: Date.now },
    keyring: openKeyring(ground.keyringFile, 'live'),
    library: set.library,
    log: silent,
    sender: {
      async send({ id, to, from }) {
        const sid = `SM${Buffer.from(id).toString('hex').padStart(32, '0')}`;
        delivered.push(() => line.report({ oid: id, sid, status: 'delivered', to, from }));
        return { result: 'accepted', sid };
      },
    },
    providerLog: { async *inboundSince() {}, sentTo: async () => [] },
    mayRetry: () => false,
  });
}

/** A crowd of people with a conversation each, opened straight on the stores by a line of its own. */
const calls = { open, fill };

export type CrowdCalls = typeof calls;

answerCalls(calls);
