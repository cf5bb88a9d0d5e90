import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import twilio from 'twilio';
import { sign } from '../../src/emulator/sign.ts';

describe('sign', () => {
  it("agrees with the example in Twilio's own documentation", () => {
    const form = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    };
    expect(sign('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', form)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  it('satisfies the real package, whatever the form holds', () => {
    const url = 'https://line.example.org/twilio/sms?a=1&b=%C3%A9';
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,12}$/), text), (form) => {
        expect(twilio.validateRequest('token', sign('token', url, form), url, form)).toBe(true);
        expect(twilio.validateRequest('token', sign('other', url, form), url, form)).toBe(false);
      }),
    );
  });

  it('signs a repeated value once, in order', () => {
    const url = 'https://line.example.org/x';
    const form = { MediaUrl: ['b', 'a', 'b'] };
    expect(twilio.validateRequest('token', sign('token', url, form), url, form)).toBe(true);
  });
});
