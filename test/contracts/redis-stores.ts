import path from 'node:path';
import { type Connection, connect, whenReady } from '../../src/adapters/redis/connect.ts';
import { readScripts, type Script } from '../../src/adapters/redis/load-scripts.ts';
import { startTestCluster } from '../support/redis-cluster.ts';
import { startTestRedis } from '../support/redis-server.ts';

interface Server {
  url: string;
  stop(): Promise<void>;
}

/** The real servers that every contract is tried on. */
export const redisStores: { name: string; start: () => Promise<Server> }[] = [
  { name: 'on a redis-server', start: startTestRedis },
  { name: 'on a Redis Cluster of three', start: startTestCluster },
];

export interface RedisStore {
  accept: Connection;
  work: Connection;
  url: string;
  scripts: Script[];
  close(): Promise<void>;
}

export async function openRedisStore(start: () => Promise<Server>): Promise<RedisStore> {
  const server = await start();
  const [accept, work] = [connect(server.url, 'accept'), connect(server.url, 'work')];
  await Promise.all([whenReady(accept, 60_000), whenReady(work, 10_000)]);
  return {
    accept,
    work,
    url: server.url,
    scripts: readScripts(path.resolve(import.meta.dirname, '../../src/adapters/redis/scripts')),
    async close() {
      accept.disconnect();
      work.disconnect();
      await server.stop();
    },
  };
}
