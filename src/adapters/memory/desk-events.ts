import type { DeskEvents, TaggedEvent } from '../../hotline/ports.ts';

/** The desk's events in this process's memory: `kept` of them. */
export function createMemoryDeskEvents(kept = 10_000): DeskEvents {
  const events: TaggedEvent[] = [];
  let count = 0;
  let told: (() => void)[] = [];
  const after = (id: string) => events.filter((event) => number(event.id) > number(id));
  const wakeAll = () => {
    const waiting = told;
    told = [];
    for (const wake of waiting) wake();
  };
  return {
    async append(event) {
      count += 1;
      events.push({ id: `${count}-0`, event });
      if (events.length > kept) events.shift();
      wakeAll();
    },

    async last() {
      return `${count}-0`;
    },

    async since(id, limit) {
      const oldest = events[0];
      const gone = number(id) > count || (oldest !== undefined && number(id) < number(oldest.id) - 1);
      return gone ? 'gone' : after(id).slice(0, limit);
    },

    async next(id, ms) {
      if (after(id).length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          told.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      return after(id);
    },

    close: wakeAll,
  };
}

function number(id: string): number {
  return Number.parseInt(id, 10);
}
