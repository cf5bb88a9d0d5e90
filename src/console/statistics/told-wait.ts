import type { Words } from '../words/words.ts';

const SHORT = 10;
const MINUTE = 60;
const LONG = 10 * MINUTE;

/** A wait in seconds, as finely as it matters: where a second decides something it is told with its tenths. */
export function toldWait({ language, lasted }: Words, seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  const tenths = new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 },
  });
  if (seconds < SHORT) return tenths.format(seconds);
  const rest = Math.floor(seconds % MINUTE);
  const whole = lasted(seconds * 1000);
  return seconds < MINUTE || seconds >= LONG || rest === 0 ? whole : `${whole} ${lasted(rest * 1000)}`;
}
