import { Cluster, type Redis } from 'ioredis';
import { LineError } from '../../hotline/errors.ts';
import type { Connection } from './connect.ts';

/** The servers that take writes: one, or every master of a cluster. Throws while the cluster has shown none. */
export function eachMaster(connection: Connection): Redis[] {
  const masters = connection instanceof Cluster ? connection.nodes('master') : [connection];
  if (masters.length === 0) throw new LineError('store-unavailable', 'The cluster has no master.');
  return masters;
}

/** `INFO <section>` as its names and values. */
export async function readInfo(server: Redis, section: string): Promise<Map<string, string>> {
  const lines = (await server.info(section)).split('\r\n').filter((line) => line.includes(':'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}
