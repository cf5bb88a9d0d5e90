import twilio from 'twilio';
import type { TwilioConfig } from './twilio-config.ts';

/** The form as it was parsed; the SDK signs strings and, for a repeated key, arrays. */
export type SignedForm = Record<string, unknown>;

/**
 * True when Twilio signed this form for `target`, our own fixed path with the query that came with it.
 *
 * The signature covers the address, so a text for another path or host does not pass; but it has neither time nor
 * nonce and does not tell where a key ends, so it proves neither freshness nor the fields' integrity: a SID counts
 * once, and every field's shape is checked after.
 */
export type Verify = (target: string, signature: string | undefined, form: SignedForm) => boolean;

/**
 * The address is built from PUBLIC_URL alone. Host and X-Forwarded-* are what a caller says about itself.
 * Throws without a token: a line that cannot verify must not open.
 */
export function createVerify(config: Pick<TwilioConfig, 'publicUrl' | 'authToken' | 'authTokenPrevious'>): Verify {
  const base = config.publicUrl.replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#]+[^?#]*$/.test(base)) throw new TypeError('publicUrl must be an absolute http(s) address');
  if (config.authToken === '') throw new TypeError('authToken must not be empty');
  const tokens = [config.authToken, config.authTokenPrevious].filter((token) => token !== undefined && token !== '');

  return (target, signature, form) =>
    signature !== undefined &&
    signature !== '' &&
    tokens.some((token) => twilio.validateRequest(token as string, signature, base + target, form));
}
