import { Gauge, type Registry } from 'prom-client';
import type { Stores } from './adapters/redis/open-stores.ts';
import { createOnCall } from './hotline/desk/on-call.ts';
import type { Roster } from './hotline/desk/roster.ts';
import { createDeskWatch, SCAN_EVERY_MS, WATCH_EVERY_MS } from './hotline/desk/watch.ts';
import type { Line } from './hotline/line.ts';
import type { Clock, Log, Sender } from './hotline/ports.ts';
import type { SetLibrary } from './hotline/set-library.ts';

/** Looks over the desk from now on, and tells the metrics whether anybody is without anyone. Returns how to end it. */
export function openDeskWatch(deps: {
  clock: Clock;
  stores: Stores;
  line: Line;
  library: SetLibrary;
  roster: Roster;
  sender: Sender;
  /** The number of ours from which staff on call are texted. */
  from: string;
  log: Log;
  metrics: Registry;
}): () => void {
  const { stores, line, log } = deps;
  const { lanes, lineState, presence, desk: index } = stores;
  const onCall = createOnCall({ ...deps, lanes, lineState, pseudonyms: line.pseudonyms });
  const watch = createDeskWatch({
    ...{ ...deps, lanes, lineState, presence, index, onCall },
    ...{ lane: line.commands, vault: line.vault },
  });
  new Gauge({
    name: 'lantern_ownerless',
    help: 'People on the desk whom nobody holds and who do not wait either. It must be 0; NaN says that nobody looks.',
    registers: [deps.metrics],
    collect() {
      this.set(watch.ownerless);
    },
  });
  const failed = () => log.event('store-failed');
  const timers = [
    setInterval(() => watch.look().catch(failed), WATCH_EVERY_MS).unref(),
    setInterval(() => watch.scan().catch(failed), SCAN_EVERY_MS).unref(),
  ];
  return () => timers.forEach(clearInterval);
}
