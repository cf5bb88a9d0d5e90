const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day and the hour of a moment (ms since the epoch), by the clocks of a time zone such as America/New_York. */
export function localTime(at: number, timeZone = 'UTC'): { day: string; hour: number } {
  const format = formats.get(timeZone) ?? open(timeZone);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
}

function open(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' },
  });
  formats.set(timeZone, format);
  return format;
}
