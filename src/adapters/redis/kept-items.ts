import type { KeptItem, KeptItems } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import type { Scripts } from './load-scripts.ts';

/** What staff edit, in Redis: one hash of `version JSON` by id. */
export function createRedisKeptItems<Item extends KeptItem>(
  connection: Connection,
  scripts: Scripts,
  key: string,
): KeptItems<Item> {
  const write = async (id: string, before: number, after: string) =>
    (await scripts.run('kept-item', [key], [id, before, after])) === 1;
  return {
    async list() {
      const stored = await connection.hvals(key);
      return stored.map((item) => JSON.parse(item.slice(item.indexOf(' ') + 1)));
    },
    put: (item) => write(item.id, item.version - 1, `${item.version} ${JSON.stringify(item)}`),
    remove: (id, version) => write(id, version, ''),
  };
}
