/** Lets so many in at once. */
export interface Turnstile {
  /** Does the work when its turn has come, and tells it how long that took. A name that comes again while it waits goes in with itself. */
  through<T>(name: string, work: (waitedMs: number) => Promise<T>): Promise<T>;
  /** Lets a name in at once, now if it waits and whenever it comes, until it is calmed. */
  hurry(name: string): void;
  calm(name: string): void;
  readonly waiting: number;
}

/** Who waits goes in as they came. Who is hurried takes nobody's place, so that neither ever waits for the other. */
export function createTurnstile(places: number, elapsed: () => number = () => performance.now()): Turnstile {
  const line = new Map<string, (goesIn: 'in turn' | 'at once') => void>();
  const hurried = new Set<string>();
  let inside = 0;

  async function comesIn(name: string): Promise<'in turn' | 'at once'> {
    if (hurried.has(name)) return 'at once';
    if (inside >= places) {
      const before = line.get(name);
      return new Promise((resolve) => {
        line.set(name, (goesIn) => {
          before?.('at once');
          resolve(goesIn);
        });
      });
    }
    inside += 1;
    return 'in turn';
  }

  function goesOut(): void {
    const [next] = line;
    if (next === undefined) {
      inside -= 1;
      return;
    }
    line.delete(next[0]);
    next[1]('in turn');
  }

  return {
    async through(name, work) {
      const since = elapsed();
      const came = await comesIn(name);
      try {
        return await work(elapsed() - since);
      } finally {
        if (came === 'in turn') goesOut();
      }
    },

    hurry(name) {
      hurried.add(name);
      const letIn = line.get(name);
      line.delete(name);
      letIn?.('at once');
    },

    calm: (name) => void hurried.delete(name),

    get waiting() {
      return line.size;
    },
  };
}
