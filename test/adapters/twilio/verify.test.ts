import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import twilio from 'twilio';
import { createVerify } from '../../../src/adapters/twilio/verify.ts';

/** Source: twilio.com/docs/usage/security#validating-requests, and the SDK's own tests. */
const EXAMPLE = {
  token: '12345',
  target: '/myapp.php?foo=1&bar=2',
  form: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  },
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
};

describe('verify', () => {
  it('accepts the signature of Twilio’s documentation', () => {
    const verify = createVerify({ publicUrl: 'https://mycompany.com', authToken: EXAMPLE.token });
    expect(verify(EXAMPLE.target, EXAMPLE.signature, EXAMPLE.form)).toBe(true);
    expect(verify('/myapp.php?bar=2&foo=1', EXAMPLE.signature, EXAMPLE.form)).toBe(false);
    expect(verify(EXAMPLE.target, EXAMPLE.signature, { ...EXAMPLE.form, Digits: '1235' })).toBe(false);
  });

  it.each(['https://example.org/', 'https://example.org/line', 'https://example.org/line//', 'http://127.0.0.1:3000'])(
    'signs over PUBLIC_URL %s and our own path',
    (publicUrl) => {
      const verify = createVerify({ publicUrl, authToken: 't' });
      const url = `${publicUrl.replace(/\/+$/, '')}/twilio/sms`;
      expect(verify('/twilio/sms', twilio.getExpectedTwilioSignature('t', url, { a: '1' }), { a: '1' })).toBe(true);
    },
  );

  it('is whatever one of the tokens says, and no other token', () => {
    const verify = createVerify({ publicUrl: 'https://example.org', authToken: 'new', authTokenPrevious: 'old' });
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string()),
        fc.constantFrom('new', 'old', 'newold', 'older', ''),
        (form, token) => {
          const signature = twilio.getExpectedTwilioSignature(token, 'https://example.org/twilio/sms', form);
          expect(verify('/twilio/sms', signature, form)).toBe(token === 'new' || token === 'old');
        },
      ),
    );
  });

  it('takes an empty previous token for none, not for a key that anyone can use', () => {
    const verify = createVerify({ publicUrl: 'https://example.org', authToken: 'new', authTokenPrevious: '' });
    const signature = twilio.getExpectedTwilioSignature('', 'https://example.org/x', {});
    expect(verify('/x', signature, {})).toBe(false);
  });

  it('never throws for a header or form that a caller could send', () => {
    const verify = createVerify({ publicUrl: 'https://example.org', authToken: 't' });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        (signature, form) => {
          expect(verify('/twilio/sms', signature, form)).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['no token', { publicUrl: 'https://example.org', authToken: '' }],
    ['a relative address', { publicUrl: '/twilio', authToken: 't' }],
    ['an address with a query', { publicUrl: 'https://example.org/?a=1', authToken: 't' }],
    ['no address', { publicUrl: '', authToken: 't' }],
  ])('does not open with %s', (_what, config) => {
    expect(() => createVerify(config)).toThrow(TypeError);
  });
});
