import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FlowSets } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A published set is some hundred small files that are much alike: packed as one, it is a tenth of its size. */
export function createRedisFlowSets(connection: Connection): FlowSets {
  return {
    async put(hash, files) {
      await connection.set(keyOf(hash), await pack(JSON.stringify(files)), 'NX');
    },
    async get(hash) {
      const packed = await connection.getBuffer(keyOf(hash));
      return packed === null ? undefined : JSON.parse((await unpack(packed)).toString());
    },
  };
}

function keyOf(hash: string): string {
  return `set:${hash}`;
}
