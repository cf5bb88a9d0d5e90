import { FARTHEST_TIMER_MS } from '../conversation/timers.ts';
import type { Clock, Lane, LaneRef, Lanes, Log } from './ports.ts';
import { traceOf } from './trace-of.ts';
import type { Turnstile } from './turnstile.ts';

export interface Workers {
  /** Works a lane that this process has just leased; one that is urgent waits for no other. */
  run(lane: Lane, urgent?: boolean): void;
  /** Leases a lane, when it is free, and works it. */
  wake(ref: LaneRef, urgent?: boolean): void;
  /** Looks once for everything due now. Resolves when what it found is being worked. */
  look(): Promise<void>;
  /** Looks every second from now on. */
  start(): void;
  /** Resolves when no lane is in hand. */
  idle(): Promise<void>;
  /** Ends looking, and resolves once every lane in hand is released. */
  drain(): Promise<void>;
  /** Lanes in hand. */
  readonly busy: number;
}

/** The safety net under every wake-up that got lost with its process. */
const LOOK_EVERY_MS = 1_000;
/** Every so many looks, the first among them, one goes to what a clock that was set back has left far ahead. */
const LOOKS_FAR_AHEAD = 60;
const PER_PARTITION = 50;
const MAX_IN_HAND = 500;
/** A lane whose thought failed is tried again after this; nothing in it is lost meanwhile. */
const AFTER_FAILURE_MS = 5_000;
/** Between two looks while more is due than is in hand. */
const LOOK_SOON_MS = 250;

/** Works due lanes in this process, side by side, each under its own lease. */
export function createWorkers(deps: {
  clock: Clock;
  lanes: Lanes;
  log: Log;
  workLane: (lane: Lane) => Promise<number | undefined>;
  leaseMs: number;
  turnstile: Turnstile;
  /** Replaced by tests that own the time. */
  schedule?: (run: () => void, ms: number) => { cancel(): void };
}): Workers {
  const { clock, lanes, log, workLane, leaseMs, turnstile } = deps;
  const schedule = deps.schedule ?? wallSchedule;
  const inHand = new Map<string, Promise<void>>();
  /** Lanes that something happened to while they were in hand, and whether it was urgent. */
  const again = new Map<string, boolean>();
  const timers = new Set<{ cancel(): void }>();
  let looks = 0;
  let lookedAt = 0;
  let looking = false;
  /** Whether the last look left something. */
  let more = false;
  let draining = false;

  function hold(ref: LaneRef, urgent: boolean, work: () => Promise<number | undefined>): void {
    if (urgent) turnstile.hurry(ref.name);
    const held = work()
      .catch((error: unknown) => {
        log.event('turn-failed', { trace: traceOf(error) });
        return lanes.postpone(ref, clock.now() + AFTER_FAILURE_MS).catch(() => {});
      })
      .then((dueAt) => {
        if (inHand.get(ref.name) !== held) return;
        inHand.delete(ref.name);
        turnstile.calm(ref.name);
        const urgentAgain = again.get(ref.name);
        again.delete(ref.name);
        if (urgentAgain !== undefined) wake(ref, urgentAgain);
        else if (typeof dueAt === 'number') wakeAt(ref, dueAt);
      });
    inHand.set(ref.name, held);
  }

  /** Only what comes before the next look needs a timer of its own. */
  function wakeAt(ref: LaneRef, at: number): void {
    const ms = at - clock.now();
    if (draining || ms > LOOK_EVERY_MS) return;
    const timer = schedule(
      () => {
        timers.delete(timer);
        wake(ref);
      },
      Math.max(0, ms),
    );
    timers.add(timer);
  }

  function run(lane: Lane, urgent = false): void {
    hold(lane.ref, urgent, () => workLane(lane));
  }

  function wake(ref: LaneRef, urgent = false): void {
    if (draining) return;
    if (inHand.has(ref.name)) {
      again.set(ref.name, urgent || again.get(ref.name) === true);
      if (urgent) turnstile.hurry(ref.name);
      return;
    }
    hold(ref, urgent, async () => {
      const lane = await lanes.lease(ref, leaseMs);
      return lane === undefined ? undefined : workLane(lane);
    });
  }

  async function look(): Promise<void> {
    const room = MAX_IN_HAND - inHand.size;
    more = room <= 0;
    if (draining || more) return;
    const now = clock.now();
    const far = looks % LOOKS_FAR_AHEAD === 0 || now < lookedAt;
    looks += 1;
    lookedAt = now;
    const due = await lanes.due(now, PER_PARTITION);
    if (far) due.push(...(await lanes.dueAfter(now + FARTHEST_TIMER_MS, PER_PARTITION)));
    const free = due.filter(({ name }) => !inHand.has(name));
    for (const ref of free.slice(0, room)) wake(ref);
    more = free.length > room;
  }

  function start(): void {
    if (looking || draining) return;
    looking = true;
    const lookAgain = () => {
      look()
        .catch(() => log.event('store-failed'))
        .finally(() => {
          if (draining) return;
          const timer = schedule(
            () => {
              timers.delete(timer);
              lookAgain();
            },
            more ? LOOK_SOON_MS : LOOK_EVERY_MS,
          );
          timers.add(timer);
        });
    };
    lookAgain();
  }

  async function idle(): Promise<void> {
    while (inHand.size > 0) await Promise.all(inHand.values());
  }

  return {
    run,
    wake,
    look,
    start,
    idle,
    async drain() {
      draining = true;
      for (const timer of timers) timer.cancel();
      timers.clear();
      await idle();
    },
    get busy() {
      return inHand.size;
    },
  };
}

function wallSchedule(run: () => void, ms: number): { cancel(): void } {
  const timer = setTimeout(run, ms);
  return { cancel: () => clearTimeout(timer) };
}
