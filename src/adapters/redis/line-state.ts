import type { LineState } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';

/** Facts about the line that its processes share. */
export function createRedisLineState(connection: Connection): LineState {
  return {
    async firstStart(now) {
      await connection.set('line:first-start', now, 'NX');
      return Number(await connection.get('line:first-start'));
    },
    async duty(name, ms) {
      return (await connection.set(`line:duty:${name}`, '1', 'PX', ms, 'NX')) === 'OK';
    },
    async allow(name, most, ms) {
      const key = `line:tries:${name}`;
      // Made with its end first: a counter without one would lock out for ever if this process died in between.
      await connection.set(key, 0, 'PX', ms, 'NX');
      return (await connection.incr(key)) <= most;
    },
    async keyIdsInUse(kind, ids) {
      if (ids.length > 0) await connection.sadd(`line:key-ids:${kind}`, ...ids);
      return connection.smembers(`line:key-ids:${kind}`);
    },
  };
}
