import { type DeskEvents, isAfter, type TaggedEvent } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';

type Row = [id: string, fields: string[]];

/** How many a waiting reader takes at once. */
const A_READ = 500;

/**
 * The desk's events as one stream. `open` gives the connection that waits, made when it is first needed: whoever waits on it
 * holds up every other command.
 */
export function createRedisDeskEvents(connection: Connection, open: () => Connection): DeskEvents {
  let waiting: Connection | undefined;
  return {
    async append(event) {
      await connection.xadd(DESK.events, 'MAXLEN', '~', 10_000, '*', 'e', JSON.stringify(event));
    },

    async last() {
      const [newest] = (await connection.xrevrange(DESK.events, '+', '-', 'COUNT', 1)) as Row[];
      return newest?.[0] ?? '0-0';
    },

    async since(id, limit) {
      const [newest] = (await connection.xrevrange(DESK.events, '+', '-', 'COUNT', 1)) as Row[];
      // Of a stream that was emptied, or brought back from before, nobody knows what came in between.
      if (isAfter(id, newest?.[0] ?? '0-0')) return 'gone';
      const [oldest] = (await connection.xrange(DESK.events, '-', '+', 'COUNT', 1)) as Row[];
      if (oldest && isAfter(oldest[0], id) && (await trimmed(connection))) return 'gone';
      const rows = (await connection.xrange(DESK.events, `(${id}`, '+', 'COUNT', limit)) as Row[];
      return rows.map(readRow);
    },

    async next(id, ms) {
      waiting ??= open();
      const reply = await waiting.xread('COUNT', A_READ, 'BLOCK', ms, 'STREAMS', DESK.events, id);
      const [stream] = (reply ?? []) as [string, Row[]][];
      return (stream?.[1] ?? []).map(readRow);
    },

    close() {
      waiting?.disconnect();
    },
  };
}

async function trimmed(connection: Connection): Promise<boolean> {
  const info = (await connection.xinfo('STREAM', DESK.events)) as unknown[];
  const field = (name: string) => Number(info[info.indexOf(name) + 1]);
  return field('entries-added') > field('length');
}

function readRow([id, fields]: Row): TaggedEvent {
  return { id, event: JSON.parse(fields[1] ?? '{}') };
}
