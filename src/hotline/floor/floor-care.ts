import type { Accounts } from '../accounts/accounts.ts';
import type { DeskService } from '../desk/desk-service.ts';
import type { Roster } from '../desk/roster.ts';
import type { Clock } from '../ports.ts';
import type { ReviewDesk } from '../reviews/review-desk.ts';
import type { ReadStatistics } from '../statistics/read-statistics.ts';
import type { Floor } from './floor-view.ts';

/** Who is there, how much each of them carries, and what a supervisor can do about it. */
export interface FloorCare {
  floor(): Promise<Floor>;
  /** How many conversations somebody holds at most, from now on. What they hold stays theirs. */
  setLoadCap(account: string, loadCap: number): Promise<'done' | 'unknown'>;
  /** Gives somebody who is on shift a break: they keep whom they hold, and take nobody new until they are back. */
  giveBreak(account: string): Promise<'done' | 'not-on-shift'>;
}

export function createFloorCare(deps: {
  clock: Clock;
  accounts: Pick<Accounts, 'change' | 'setShift'> & Roster;
  desk: Pick<DeskService, 'colleagues' | 'events'>;
  statistics: Pick<ReadStatistics, 'hard'>;
  reviews: Pick<ReviewDesk, 'count'>;
}): FloorCare {
  const { clock, accounts, desk, statistics, reviews } = deps;
  const told = () => desk.events.append({ type: 'floor' });
  return {
    async floor() {
      const [colleagues, roster, hard, waiting] = await Promise.all([
        desk.colleagues(),
        accounts.list(),
        statistics.hard(),
        reviews.count(),
      ]);
      const since = new Map(roster.map(({ id, shiftAt }) => [id, shiftAt]));
      const working = new Set(roster.filter(({ roles }) => roles.includes('advocate')).map(({ id }) => id));
      return {
        now: clock.now(),
        staff: colleagues
          .filter(({ id }) => working.has(id))
          .map((colleague) => {
            const shiftSince = since.get(colleague.id);
            return { ...colleague, ...(shiftSince !== undefined && { shiftSince }), hard: hard.get(colleague.id) ?? 0 };
          }),
        reviews: waiting,
      };
    },

    async setLoadCap(account, loadCap) {
      const outcome = await accounts.change(account, { loadCap });
      await told();
      return outcome === 'done' ? outcome : 'unknown';
    },

    async giveBreak(account) {
      const found = (await accounts.list()).find(({ id }) => id === account);
      if (found?.shift !== 'on' || found.disabled) return 'not-on-shift';
      await accounts.setShift(account, 'break');
      await told();
      return 'done';
    },
  };
}
