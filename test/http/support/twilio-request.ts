import twilio from 'twilio';
import type { TwilioConfig } from '../../../src/adapters/twilio/twilio-config.ts';

export const PUBLIC_URL = 'https://line.example.org';
export const TOKEN = '0123456789abcdef0123456789abcdef';
export const PREVIOUS_TOKEN = 'fedcba9876543210fedcba9876543210';
export const ACCOUNT_SID = `AC${'a'.repeat(32)}`;
export const MESSAGE_SID = `SM${'0123456789abcdef'.repeat(2)}`;

export const TWILIO: TwilioConfig = {
  accountSid: ACCOUNT_SID,
  authToken: TOKEN,
  publicUrl: PUBLIC_URL,
  apiBase: 'https://api.twilio.com',
  lineNumbers: ['233733', '+15555550199'],
};

/** An inbound text as Twilio posts it, every parameter of a real one included. */
export function inboundForm(changes: Record<string, string> = {}): Record<string, string> {
  return {
    ToCountry: 'US',
    ToState: '',
    ToCity: '',
    ToZip: '',
    FromCountry: 'US',
    FromState: 'MT',
    FromCity: 'BILLINGS',
    FromZip: '59101',
    SmsMessageSid: MESSAGE_SID,
    SmsSid: MESSAGE_SID,
    MessageSid: MESSAGE_SID,
    SmsStatus: 'received',
    AccountSid: ACCOUNT_SID,
    From: '+15555550100',
    To: '233733',
    Body: 'hello',
    NumMedia: '0',
    NumSegments: '1',
    ApiVersion: '2010-04-01',
    ...changes,
  };
}

export function statusForm(changes: Record<string, string> = {}): Record<string, string> {
  return {
    SmsSid: MESSAGE_SID,
    SmsStatus: 'delivered',
    MessageStatus: 'delivered',
    MessageSid: MESSAGE_SID,
    AccountSid: ACCOUNT_SID,
    To: '+15555550100',
    From: '233733',
    ApiVersion: '2010-04-01',
    ...changes,
  };
}

/** Signed by the SDK's own function, for the address given. */
export function signed(
  url: string,
  form: Record<string, string | string[]>,
  token = TOKEN,
): { 'x-twilio-signature': string } {
  return { 'x-twilio-signature': twilio.getExpectedTwilioSignature(token, url, form) };
}
