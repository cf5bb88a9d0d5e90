/** Signals that end a process unless it listens for them, and then without its exit handlers. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const endings = new Set<() => void>();

/**
 * Runs `end`, which must be done when it returns, whenever this process ends short of SIGKILL: at its exit, after an
 * uncaught exception, or by a signal that nobody else in it listens for. Who does listen decides when the process ends.
 * Returns what takes it back.
 */
export function endWithProcess(end: () => void): () => void {
  if (endings.size === 0) {
    process.on('exit', endAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  endings.add(end);
  return () => {
    if (!endings.delete(end) || endings.size > 0) return;
    process.off('exit', endAll);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  endAll();
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

function endAll(): void {
  for (const end of endings) end();
}
