import type { AuditAnchor, AuditHead, AuditStore } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import type { Scripts } from './load-scripts.ts';

const HEAD = '{desk}audit-head';
const ENTRIES = '{desk}audit';
const BASE = '{desk}audit-base';
const ANCHOR = 'audit-anchor';

/** The audit chain as a Redis Stream, whose ids are the entries' numbers. */
export function createRedisAuditStore(connection: Connection, scripts: Scripts): AuditStore {
  return {
    async head() {
      return read(await connection.get(HEAD));
    },
    async append(after, lines, head) {
      const args = [write(after), write(head), ...lines.flatMap(({ seq, line }) => [seq, line])];
      if ((await scripts.run('audit-append', [HEAD, ENTRIES], args)) === 1) return true;
      // The answer to the first try may have been lost on its way: then the head is ours already.
      return (await connection.get(HEAD)) === write(head);
    },
    async base() {
      const [seq, mac = '', sealed = ''] = (await connection.get(BASE))?.split(' ') ?? [];
      return seq === undefined ? undefined : { seq: Number(seq), mac, sealed };
    },
    async forget({ seq, mac, sealed }) {
      await scripts.run('audit-anchor', [BASE], [seq, `${seq} ${mac} ${sealed}`]);
      await connection.xtrim(ENTRIES, 'MINID', `${seq + 1}-0`);
    },
    async read(seq, count) {
      const entries = await connection.xrange(ENTRIES, `${seq}-0`, '+', 'COUNT', count);
      return entries.map(([id, [, line = '']]) => ({ seq: Number.parseInt(id, 10), line }));
    },
  };
}

/** The anchor, on the key store's connection. */
export function createRedisAuditAnchor(connection: Connection, scripts: Scripts): AuditAnchor {
  return {
    async set(head) {
      await scripts.run('audit-anchor', [ANCHOR], [head.seq, write(head)]);
    },
    async get() {
      return read(await connection.get(ANCHOR));
    },
  };
}

function write(head: AuditHead | undefined): string {
  return head === undefined ? '' : `${head.seq} ${head.mac}`;
}

function read(stored: string | null): AuditHead | undefined {
  if (stored === null) return undefined;
  const space = stored.indexOf(' ');
  return { seq: Number(stored.slice(0, space)), mac: stored.slice(space + 1) };
}
