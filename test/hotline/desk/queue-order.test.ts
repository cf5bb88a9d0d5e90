import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PRIORITIES, type Priority } from '../../../src/conversation/priority.ts';
import { NOBODY_STARVES_MS, queueOrder } from '../../../src/hotline/desk/queue-order.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

interface Placed {
  priority: Priority;
  since: number;
  silentSince?: number;
}

const waits = (priority: Priority, minutes: number, more: Partial<Placed> = {}): Placed => ({
  ...{ priority, since: NOW - minutes * MINUTE },
  ...more,
});
const ordered = (...waiting: Placed[]) => queueOrder(waiting, (one) => one, NOW);

describe('the order of the queue', () => {
  it('is red before crisis before urgent before the rest', () => {
    const [red, crisis, urgent, rest] = PRIORITIES.map((priority) => waits(priority, 1));
    expect(ordered(rest as Placed, urgent as Placed, crisis as Placed, red as Placed)).toEqual([
      red,
      crisis,
      urgent,
      rest,
    ]);
  });

  it('is the longest wait first inside a class', () => {
    const [long, short] = [waits('crisis', 20), waits('crisis', 3)];
    expect(ordered(short, long)).toEqual([long, short]);
  });

  it('puts a fresh red before whoever has waited for hours in a lower class', () => {
    const [red, crisis] = [waits('red', 0), waits('crisis', 5 * 60)];
    expect(ordered(crisis, red)).toEqual([red, crisis]);
  });

  it('lets nobody starve: after eight hours anybody comes before a newcomer of any class', () => {
    expect(NOBODY_STARVES_MS).toBe(8 * 60 * MINUTE);
    fc.assert(
      fc.property(fc.constantFrom(...PRIORITIES), fc.constantFrom(...PRIORITIES), fc.nat(600), (old, fresh, more) => {
        const one = { priority: old, since: NOW - NOBODY_STARVES_MS - (more + 1) * MINUTE };
        return ordered(waits(fresh, 0), one)[0] === one;
      }),
    );
  });

  it('does not let the wait of somebody silent grow', () => {
    const silent = waits('rest', 600, { silentSince: NOW - 590 * MINUTE });
    const writes = waits('rest', 20);
    expect(ordered(silent, writes)).toEqual([writes, silent]);
    expect(ordered(silent, waits('rest', 5))[0]).toBe(silent);
  });
});
