import type { LaneMode, LaneRef } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { eachMaster } from './each-master.ts';

const A_LOOK = 500;

/** Walks every lane of the store and tells those of some modes. */
export async function* lanesOnDesk(
  connection: Connection,
  modes: ReadonlySet<string>,
): AsyncGenerator<{ ref: LaneRef; mode: LaneMode; conversation: string; owner: string | undefined }> {
  for (const node of eachMaster(connection)) {
    let cursor = '0';
    do {
      const [next, keys] = await node.scan(cursor, 'MATCH', '{p*}l:*', 'COUNT', A_LOOK);
      cursor = next;
      const found = await Promise.all(keys.map(async (key) => ({ key, fields: await node.hmget(key, 'm', 'c', 'w') })));
      for (const { key, fields } of found) {
        const [mode, conversation, owner] = fields;
        if (!mode || !conversation || !modes.has(mode)) continue;
        yield { ref: refOf(key), mode: mode as LaneMode, conversation, owner: owner ?? undefined };
      }
    } while (cursor !== '0');
  }
}

function refOf(key: string): LaneRef {
  const [, partition = '0', name = ''] = /^\{p(\d+)\}l:(.*)$/.exec(key) ?? [];
  return { partition: Number(partition), name };
}
