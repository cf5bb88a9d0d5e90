import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

type Calls = Record<string, (argument: never) => unknown>;
type Question = { id: number; name: string; argument: unknown };
type Answer = { id: number; value?: unknown; error?: string };

/** A part of the benchmark in a process of its own, so that it does not share an event loop with what is measured. */
export interface Remote<C extends Calls> {
  /** What goes in and comes out must survive JSON. */
  call<N extends keyof C & string>(name: N, argument: Parameters<C[N]>[0]): Promise<Awaited<ReturnType<C[N]>>>;
  end(): Promise<void>;
}

/** Starts `file`, which answers by {@link answerCalls}. */
export function openRemote<C extends Calls>(file: string): Remote<C> {
  const child = fork(fileURLToPath(file));
  const asked = new Map<number, (answer: Answer) => void>();
  let count = 0;
  child.on('message', (answer: Answer) => {
    asked.get(answer.id)?.(answer);
    asked.delete(answer.id);
  });
  child.once('exit', (code) => {
    for (const [id, hear] of asked) hear({ id, error: `a part of the benchmark ended early (${code})` });
  });
  return {
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        asked.set(id, ({ value, error }) => (error === undefined ? resolve(value as never) : reject(new Error(error))));
        child.send({ id, name, argument } satisfies Question);
      }),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Makes this process answer the calls of the one that started it, and end with it. */
export function answerCalls(calls: Calls): void {
  process.on('message', async ({ id, name, argument }: Question) => {
    const answer: Answer = { id };
    try {
      answer.value = await calls[name]?.(argument as never);
    } catch (error) {
      answer.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    process.send?.(answer);
  });
  process.once('disconnect', () => process.exit());
}
