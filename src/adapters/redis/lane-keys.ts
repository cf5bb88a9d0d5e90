import type { LaneRef } from '../../hotline/ports.ts';

/** The keys of one lane: all of a partition in one slot, by its hash tag. */
export function laneKeys({ partition, name }: LaneRef) {
  const tag = `{p${partition}}`;
  return {
    due: dueKey(partition),
    lane: `${tag}l:${name}`,
    inbox: `${tag}i:${name}`,
    lease: `${tag}x:${name}`,
    seen: `${tag}s:${name}`,
    outbox: `${tag}o:${name}`,
    fates: `${tag}f:${name}`,
    transcript: (conversation: string) => `${tag}t:${conversation}`,
  };
}

/** The due lanes and timers of a partition, scored in ms on the business clock. */
export function dueKey(partition: number): string {
  return `{p${partition}}due`;
}
