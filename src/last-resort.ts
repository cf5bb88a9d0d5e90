import type { Log } from './hotline/ports.ts';
import { traceOf } from './hotline/trace-of.ts';

/**
 * Ends the process at an error that nobody caught, with its place in the log. Node itself would print the message, and with
 * it perhaps somebody's words. Nothing accepted is lost: it is on disk, and the next start goes on with it.
 */
export function endOnSurprise(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.event('unexpected', { trace: traceOf(error) });
    process.exit(1);
  });
  // Whoever read the log has gone away: no reason to leave the texters alone.
  process.stdout.on('error', () => {});
}
