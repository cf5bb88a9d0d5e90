import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { createMemoryFlowSets } from '../../src/adapters/memory/flow-sets.ts';
import { noTranslator } from '../../src/adapters/memory/no-translator.ts';
import { openStores, type Stores } from '../../src/adapters/redis/open-stores.ts';
import { createDeskService } from '../../src/hotline/desk/create-desk-service.ts';
import type { DeskService } from '../../src/hotline/desk/desk-service.ts';
import type { RosterEntry } from '../../src/hotline/desk/roster.ts';
import { createDeskWatch, type DeskWatch } from '../../src/hotline/desk/watch.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { createLine, type Line } from '../../src/hotline/line.ts';
import type { Log } from '../../src/hotline/ports.ts';
import { openSetLibrary } from '../../src/hotline/set-library.ts';
import { wordsOf } from '../../src/words-of.ts';
import { readSetOnce } from './read-set-once.ts';
import { startTestRedis } from './redis-server.ts';

/** One server of the line with its desk, on the stores that all share. */
export interface DeskServer {
  line: Line;
  desk: DeskService;
  watch: DeskWatch;
  stores: Stores;
  /** Does what is due now. */
  settle(): Promise<void>;
  /** It is dead: nothing more is done there. */
  kill(): Promise<void>;
}

/** Several servers of one line on real redis-servers, with a provider that takes every text and says that it arrived. */
export interface DeskServers {
  servers: DeskServer[];
  staff: RosterEntry[];
  /** One more, that is not among `servers`: its starter ends it. */
  start(): Promise<DeskServer>;
  /** Everything that was sent, by number. */
  sent: { id: string; to: string; body: string }[];
  client: Redis;
  now(): number;
  forward(ms: number): void;
  /** Lets the console of an account have been silent for so long, on the store's own time. */
  silence(account: string, ms: number): Promise<void>;
  /** The watch looks again, as it would five seconds later. */
  look(server: DeskServer): Promise<void>;
  text(server: DeskServer, from: string, body: string): Promise<void>;
  stop(): Promise<void>;
}

const LINE_NUMBER = '233733';
/** What should never happen is worth seeing; the rest is not. */
const silent: Log = {
  event(code, fields) {
    if (code === 'turn-failed') process.stderr.write(`${code} ${fields?.trace}\n`);
  },
};

export async function startDeskServers(count: number, staff: RosterEntry[]): Promise<DeskServers> {
  const [data, keys] = await Promise.all([startTestRedis(), startTestRedis()]);
  const { files } = await readSetFiles('.');
  const flowSets = createMemoryFlowSets();
  const opened = await openSetLibrary({ files, flowSets, createWords: wordsOf, readChecked: readSetOnce, log: silent });
  if (!opened.ok) throw new Error('The flows have faults.');
  const { library } = opened;
  const keyring = newKeyring();
  const sent: DeskServers['sent'] = [];
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };

  async function start(): Promise<DeskServer> {
    const stores = await openStores({ redisUrls: [data.url], keystoreUrls: [keys.url], dataDir: data.dir });
    const { lanes, presence, lineState, desk: index, deskEvents: events, papers } = stores;
    const line: Line = createLine({
      ...{ ...stores, clock, keyring, library, log: silent, mayRetry: () => false },
      providerLog: { async *inboundSince() {}, sentTo: async () => [] },
      sender: {
        async send({ id, to, from, body }) {
          sent.push({ id, to, body });
          const sid = `SM${randomUUID().replaceAll('-', '')}`;
          // A busy machine may lose a callback; the provider's answer stands all the same.
          await line.report({ oid: id, sid, status: 'delivered', to, from }).catch(() => {});
          return { result: 'accepted', sid };
        },
      },
    });
    const roster = { list: async () => staff };
    const lane = line.commands;
    const desk = createDeskService({
      ...{ clock, lanes, vault: line.vault, library, index, events, presence, papers, roster, lane, log: silent },
      lineState,
      translator: noTranslator,
    });
    const onCall = { call: async () => {} };
    return {
      ...{ line, desk, stores },
      watch: createDeskWatch({
        ...{ clock, lanes, lane, index, presence, roster, lineState, library, onCall, vault: line.vault },
      }),
      async settle() {
        await line.workers.idle();
        await line.workers.look();
        await line.workers.idle();
      },
      async kill() {
        await line.workers.drain();
        await stores.close();
      },
    };
  }

  const servers = await Promise.all(Array.from({ length: count }, start));
  return {
    ...{ servers, staff, start, sent, client: data.client, now: clock.now },
    forward(ms) {
      ahead += ms;
    },
    async silence(account, ms) {
      const [seconds, micros] = (await data.client.time()).map(Number) as [number, number];
      await data.client.zadd('{desk}presence', seconds * 1000 + Math.floor(micros / 1000) - ms, account);
    },
    async look(server) {
      await data.client.del('line:duty:desk-watch', 'line:duty:desk-scan');
      await server.watch.look();
      // The others look too, in their turn.
      for (const other of servers) if (other !== server) await other.watch.look();
      await server.settle();
    },
    async text({ line }, from, body) {
      const sid = `SM${randomUUID().replaceAll('-', '')}`;
      await line.accept({ sid, from, channel: 'sms', to: LINE_NUMBER, body, media: [] });
      await line.workers.idle();
    },
    async stop() {
      await Promise.all(servers.map((server) => server.kill()));
      await Promise.all([data.stop(), keys.stop()]);
    },
  };
}
