import { randomBytes } from 'node:crypto';
import { MIN_VALIDITY_MS } from './deliver-plan.ts';
import type { OutgoingText } from './ports.ts';

/**
 * The text to send once more after the provider said that it did not arrive, or undefined to give it up. `mayRetry` knows
 * the provider's codes. The new try has an id of its own, so that late callbacks of the first cannot be taken for its own.
 */
export function createResend(mayRetry: (errorCode: number) => boolean) {
  return function resend(text: OutgoingText, now: number): OutgoingText | undefined {
    const code = text.report?.errorCode;
    const again = text.report?.status === 'undelivered' && code !== undefined && mayRetry(code);
    if (!again || text.resent === true || text.expiresAt - now < MIN_VALIDITY_MS) return undefined;
    const { report: _over, sid: _sid, attemptedAt: _at, ...rest } = text;
    return {
      ...rest,
      id: randomBytes(12).toString('base64url'),
      state: 'waiting',
      at: now,
      looks: 0,
      tries: 0,
      resent: true,
    };
  };
}
