import { createHmac } from 'node:crypto';
import type { Form } from './form.ts';

/**
 * The X-Twilio-Signature of a form post: base64(HMAC-SHA1(token, url + each key and value, keys sorted)).
 * `url` is the exact public address with its query and without a fragment.
 * Source: twilio.com/docs/usage/security#validating-requests. A repeated value is signed once, as Twilio does.
 */
export function sign(authToken: string, url: string, form: Form): string {
  let signed = url;
  for (const key of Object.keys(form).sort()) {
    const value = form[key] ?? '';
    for (const one of typeof value === 'string' ? [value] : [...new Set(value)].sort()) signed += key + one;
  }
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}
