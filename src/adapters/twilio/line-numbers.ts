import type { TwilioConfig } from './twilio-config.ts';

/** Whether a text was sent to us. Short codes come with and without `+`, channels with a prefix. */
export function createIsOurs(config: Pick<TwilioConfig, 'lineNumbers'>): (to: string) => boolean {
  const ours = new Set(config.lineNumbers.map(digits));
  if (ours.size === 0) throw new TypeError('lineNumbers must name at least one number');
  return (to) => ours.has(digits(to)) || ours.has(digits(to.slice(to.indexOf(':') + 1)));
}

/** The form that Twilio files messages under: a short code stands bare, any other number with its `+`. */
export function providerForm(lineNumber: string): string {
  return /^\+\d{3,6}$/.test(lineNumber) ? lineNumber.slice(1) : lineNumber;
}

function digits(number: string): string {
  return number.startsWith('+') ? number.slice(1) : number;
}
