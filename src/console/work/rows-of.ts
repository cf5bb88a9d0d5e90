import type { Entry } from '../../http/console-contract.ts';
import type { Outgoing } from '../server/outbox.ts';

/** One line of the transcript as it is shown: an entry, or a text that has no entry yet. */
export type Row = {
  key: string;
  at: number;
  /** Another speaker than before, or a while later: who it is and when is said again. */
  head: boolean;
  /** The first of its day. */
  day: boolean;
} & ({ entry: Entry; outgoing?: Outgoing } | { entry?: undefined; outgoing: Outgoing });

const PAUSE_MS = 5 * 60_000;

export function rowsOf(entries: readonly Entry[], outgoing: readonly Outgoing[]): Row[] {
  const pending = new Map(outgoing.map((message) => [message.id, message]));
  const rows: Row[] = [];
  let before: { speaker: string; at: number } | undefined;

  function add(key: string, at: number, speaker: string, what: Pick<Row, 'entry' | 'outgoing'>): void {
    const head = before?.speaker !== speaker || at - before.at > PAUSE_MS;
    const day = before === undefined || new Date(before.at).toDateString() !== new Date(at).toDateString();
    rows.push({ key, at, head, day, ...what } as Row);
    before = { speaker, at };
  }

  for (const entry of entries) {
    const message = entry.kind === 'advocate' ? pending.get(entry.id) : undefined;
    if (message) pending.delete(message.id);
    const key = entry.kind === 'advocate' ? entry.id : `${entry.n}`;
    add(key, entry.at, speakerOf(entry), { entry, ...(message && { outgoing: message }) });
  }
  for (const message of pending.values()) {
    if (message.status === 'refused') continue;
    add(message.id, Math.max(before?.at ?? 0, message.undoUntil), 'advocate', { outgoing: message });
  }
  return rows;
}

function speakerOf(entry: Entry): string {
  return entry.kind === 'advocate' ? `advocate ${entry.by.id}` : entry.kind;
}
