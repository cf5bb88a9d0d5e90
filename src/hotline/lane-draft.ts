import { outboxAfter } from './lane-after.ts';
import type { Asked, Lane, OutboxItem } from './ports.ts';

/** A leased lane with changes to its outbox that are made in memory and not yet written. */
export interface LaneDraft {
  lane: Lane;
  put: OutboxItem[];
  drop: string[];
  asked: Asked | undefined;
}

/** A lane as it was read, with nothing changed. */
export function draftOf(lane: Lane): LaneDraft {
  return { lane, put: [], drop: [], asked: undefined };
}

/** The draft with items put and dropped, and a question asked. */
export function changed(
  draft: LaneDraft,
  change: { put?: OutboxItem[]; drop?: string[]; asked?: Asked | undefined },
): LaneDraft {
  const put = change.put ?? [];
  const drop = change.drop ?? [];
  const asked = change.asked ?? draft.asked;
  return {
    lane: { ...draft.lane, outbox: outboxAfter(draft.lane.outbox, put, drop), asked: change.asked ?? draft.lane.asked },
    put: outboxAfter(draft.put, put, drop),
    drop: [...draft.drop, ...drop],
    asked,
  };
}
