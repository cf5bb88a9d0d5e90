import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, startTestRedis, type TestRedis } from './redis-server.ts';

const SLOTS = 16_384;
const LONGEST_START_MS = 60_000;

/** A real Redis Cluster of three masters on loopback, without replicas. */
export interface TestCluster {
  /** What the line takes as REDIS_URL: its three addresses, with commas between. */
  readonly url: string;
  readonly nodes: readonly TestRedis[];
  stop(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const nodes = await Promise.all([1, 2, 3].map(startNode));
  const stop = async (): Promise<void> => void (await Promise.all(nodes.map(({ redis }) => redis.stop())));
  try {
    await Promise.all(nodes.map(giveSlots));
    const first = nodes[0];
    for (const { redis, busPort } of nodes.slice(1)) {
      await first?.redis.client.cluster('MEET', '127.0.0.1', redis.port ?? 0, busPort);
    }
    await Promise.all(nodes.map(({ redis }) => agreed(redis, nodes.length)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: nodes.map(({ redis }) => redis.url).join(','), nodes: nodes.map(({ redis }) => redis), stop };
}

interface Node {
  redis: TestRedis;
  busPort: number;
}

async function startNode(): Promise<Node> {
  const busPort = await freePort();
  const args = ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`, '--cluster-node-timeout', '2000'];
  return { redis: await startTestRedis({ tcp: true, args }), busPort };
}

async function giveSlots({ redis }: Node, index: number, nodes: Node[]): Promise<void> {
  const from = Math.floor((SLOTS * index) / nodes.length);
  const to = Math.floor((SLOTS * (index + 1)) / nodes.length) - 1;
  await redis.client.cluster('SET-CONFIG-EPOCH', index + 1);
  await redis.client.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
}

async function agreed(redis: TestRedis, size: number): Promise<void> {
  const deadline = Date.now() + LONGEST_START_MS;
  while (Date.now() < deadline) {
    const info = String(await redis.client.cluster('INFO'));
    if (info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${size}`)) return;
    await sleep(50);
  }
  throw new Error('The cluster did not come together.');
}
