import { afterAll, describe } from '@jest/globals';
import { connect } from '../../../src/adapters/redis/connect.ts';
import { createRedisFlowSets } from '../../../src/adapters/redis/flow-sets.ts';
import { flowSetsContract } from '../../contracts/flow-sets.contract.ts';
import { startTestCluster } from '../../support/redis-cluster.ts';
import { startTestRedis } from '../../support/redis-server.ts';

describe.each([
  ['one server', startTestRedis],
  ['a cluster', startTestCluster],
])('published sets in Redis, %s', (_where, start) => {
  const stops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  flowSetsContract(async () => {
    const redis = await start();
    stops.push(() => redis.stop());
    const connection = connect(redis.url, 'work');
    return { sets: createRedisFlowSets(connection), close: () => connection.disconnect() };
  });
});
