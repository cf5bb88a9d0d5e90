import { type DeskIndex, type LaneRef, shownEvents } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK } from './desk-keys.ts';
import type { Scripts } from './load-scripts.ts';

const DAY_MS = 86_400_000;
/** A field among the cards that names no lane: where the cards are lost, so is it. */
const WHOLE = 'whole';

/** The desk's index: one hash of `version {talk, card}` by `partition name`, in a slot of its own, with the events beside it. */
export function createRedisDeskIndex(connection: Connection, scripts: Scripts): DeskIndex {
  return {
    async put(ref, version, shown) {
      const lane = `${ref.partition} ${ref.name}`;
      const { talk, card } = shown;
      const keys = [DESK.cards, DESK.gravestone(lane), DESK.events, DESK.talk(talk)];
      const entry = card === undefined ? '' : JSON.stringify({ talk, card });
      const events = shownEvents(version, shown).map((event) => JSON.stringify(event));
      await scripts.run('desk-put', keys, [lane, version, entry, ...events]);
    },

    async list() {
      const { [WHOLE]: _, ...cards } = await connection.hgetall(DESK.cards);
      return Object.entries(cards).map(([lane, value]) => {
        const space = value.indexOf(' ');
        return { ref: refOf(lane), version: Number(value.slice(0, space)), ...JSON.parse(value.slice(space + 1)) };
      });
    },

    async find(talk) {
      const lane = await connection.get(DESK.talk(talk));
      return lane === null ? undefined : refOf(lane);
    },

    async forget(talks) {
      if (talks.length > 0) await connection.del(...talks.map(DESK.talk));
    },

    async isWhole() {
      return (await connection.hexists(DESK.cards, WHOLE)) === 1;
    },

    async markWhole() {
      await connection.hset(DESK.cards, WHOLE, '1');
    },

    async point(talk, { partition, name }) {
      await connection.set(DESK.talk(talk), `${partition} ${name}`, 'PX', DAY_MS, 'NX');
    },
  };
}

function refOf(lane: string): LaneRef {
  const space = lane.indexOf(' ');
  return { partition: Number(lane.slice(0, space)), name: lane.slice(space + 1) };
}
