import { pino } from 'pino';
import type { Log, LogCode, LogFields } from '../../hotline/ports.ts';

/** Events that somebody must look at. */
const ALARMS: ReadonlySet<LogCode> = new Set([
  'store-failed',
  'store-lost',
  'signature-alarm',
  'text-unreadable',
  'turn-failed',
  'effect-failed',
  'sweep-failed',
  'set-missing',
  'unexpected',
]);

/** `at name (file:line:column)`, as V8 writes it. */
const FRAME = /^at (?:[\w.<>$#[\] ]+ \()?(?:node:|file:|\/)[\w./@+-]+:\d+:\d+\)?$/;

/**
 * One line of JSON an event: a code and numbers. Fields are picked by name, so that nothing else can slip through, whatever
 * object a caller passes. `count` is told of every event, for the metrics.
 */
export function createLog(options: {
  write: (line: string) => void;
  count?: (code: LogCode, by: number) => void;
  /** Codes that are counted and not written: one line for every text would drown the rest. */
  quiet?: ReadonlySet<LogCode>;
}): Log {
  const logger = pino({ base: null, messageKey: 'event' }, { write: options.write });
  return {
    event(code, fields = {}) {
      options.count?.(code, fields.count ?? 1);
      if (options.quiet?.has(code)) return;
      logger[ALARMS.has(code) ? 'warn' : 'info'](numbersOf(fields), code);
    },
  };
}

function numbersOf({ count, ms, status, errorCode, variable, trace }: LogFields): LogFields {
  return {
    ...(typeof count === 'number' && { count }),
    ...(typeof ms === 'number' && { ms }),
    ...(typeof status === 'number' && { status }),
    ...(typeof errorCode === 'number' && { errorCode }),
    ...(variable !== undefined && /^[A-Z_]+$/.test(variable) && { variable }),
    ...(trace !== undefined && { trace: framesOf(trace) }),
  };
}

/** The parts of a trace that name an error's class or a place in code; whatever else stands there could be somebody's words. */
function framesOf(trace: string): string {
  const parts = trace.split(/\s*[\n|]\s*/);
  return parts.filter((part) => /^[A-Z]\w*Error$/.test(part) || FRAME.test(part)).join(' | ');
}
