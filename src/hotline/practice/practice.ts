import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DeskService, Staff } from '../desk/desk-service.ts';
import type { BeginPractice, PracticeView, RoundView } from './practice-view.ts';
import type { Round } from './round.ts';
import type { Script } from './script.ts';

/** A desk of one trainee's own, with a line of its own behind it. */
export interface PracticeRoom {
  desk: DeskService;
  /** The texter begins to text. */
  begin(script: Script): Promise<Round>;
  close(): Promise<void>;
}

/** Where staff practise. Nothing of it leaves this process, and it is gone when the room is closed. */
export interface Practice {
  view(staff: Staff, language: 'en' | 'es'): PracticeView;
  begin(staff: Staff, script: string): Promise<BeginPractice>;
  /** Ends one talk, whatever state it is in. */
  finish(staff: Staff, round: string): boolean;
  leave(staff: Staff): Promise<void>;
  /** Undefined while nothing was begun. `using`: somebody acts there, so that it does not stand idle. */
  desk(account: string, using: boolean): DeskService | undefined;
  close(): Promise<void>;
}

export interface PracticeLimits {
  /** Rooms in one process. */
  rooms: number;
  /** Texters who talk in one room at the same time. */
  texters: number;
  idleMs: number;
}

const LIMITS: PracticeLimits = { rooms: 30, texters: 4, idleMs: 30 * 60_000 };
const ROUNDS_KEPT = 20;

interface Open {
  room: PracticeRoom;
  rounds: { id: string; round: Round }[];
}

export function createPractice(deps: {
  scripts: readonly Script[];
  openRoom: (staff: Staff) => PracticeRoom;
  limits?: PracticeLimits;
}): Practice {
  const { scripts, openRoom, limits = LIMITS } = deps;
  const closing = new Set<Promise<void>>();
  const rooms = new LRUCache<string, Open>({
    max: limits.rooms + 1,
    ttl: limits.idleMs,
    ttlAutopurge: true,
    updateAgeOnGet: true,
    dispose: (open) => shut(open),
  });

  function shut({ room, rounds }: Open): void {
    for (const { round } of rounds) round.end();
    const closed: Promise<void> = room.close().finally(() => closing.delete(closed));
    closing.add(closed);
  }

  function openFor(staff: Staff): Open {
    const open = rooms.get(staff.id) ?? { room: openRoom(staff), rounds: [] };
    rooms.set(staff.id, open);
    return open;
  }

  const goesOn = ({ round }: Open['rounds'][number]) => round.debrief('en') === undefined;

  return {
    view(staff, language) {
      const rounds = rooms.peek(staff.id)?.rounds ?? [];
      return {
        scripts: scripts.map(({ id, title, about, language: speaks }) => ({
          ...{ id, title: title[language], about: about[language], language: speaks },
        })),
        rounds: rounds.map(({ id, round }): RoundView => {
          const debrief = round.debrief(language);
          const { script, beganAt } = round;
          return { id, script: script.id, title: script.title[language], beganAt, ...(debrief && { debrief }) };
        }),
      };
    },

    async begin(staff, name) {
      const script = scripts.find(({ id }) => id === name);
      if (script === undefined) return { outcome: 'unknown' };
      if (!rooms.has(staff.id) && rooms.size >= limits.rooms) return { outcome: 'full' };
      const open = openFor(staff);
      if (open.rounds.filter(goesOn).length >= limits.texters) return { outcome: 'enough' };
      const round = await open.room.begin(script);
      open.rounds = [{ id: randomUUID(), round }, ...open.rounds].slice(0, ROUNDS_KEPT);
      return { outcome: 'done' };
    },

    finish(staff, id) {
      const found = rooms.get(staff.id)?.rounds.find((one) => one.id === id);
      found?.round.end();
      return found !== undefined;
    },

    async leave(staff) {
      rooms.delete(staff.id);
      await Promise.all(closing);
    },

    desk: (account, using) => (using ? rooms.get(account) : rooms.peek(account))?.room.desk,

    async close() {
      rooms.clear();
      await Promise.all(closing);
    },
  };
}
