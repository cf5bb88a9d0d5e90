import type { DeskIndex, LaneRef } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import type { Scripts } from './load-scripts.ts';

const CARDS = '{desk}cards';

/** The desk's index: one hash of `version card` by `partition name`, in a slot of its own. */
export function createRedisDeskIndex(connection: Connection, scripts: Scripts): DeskIndex {
  return {
    async put(ref, version, card) {
      await scripts.run('desk-put', [CARDS], [`${ref.partition} ${ref.name}`, version, card ?? '']);
    },

    async list() {
      const cards = Object.entries(await connection.hgetall(CARDS));
      return cards.flatMap(([lane, value]) => {
        const space = value.indexOf(' ');
        const card = value.slice(space + 1);
        return card === '' ? [] : [{ ref: refOf(lane), version: Number(value.slice(0, space)), card }];
      });
    },
  };
}

function refOf(lane: string): LaneRef {
  const space = lane.indexOf(' ');
  return { partition: Number(lane.slice(0, space)), name: lane.slice(space + 1) };
}
