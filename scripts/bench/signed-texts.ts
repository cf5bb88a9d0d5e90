import { inboundForm } from '../../src/emulator/inbound-form.ts';
import { sign } from '../../src/emulator/sign.ts';
import { ACCOUNT } from './account.ts';

/** A webhook as it goes over the wire. */
export interface SignedText {
  body: string;
  signature: string;
}

const SIGNED_URL = `${ACCOUNT.publicUrl}/twilio/sms`;

/** Processes of one run, whose ids are near each other, count from far apart. */
let count = (process.pid % 7_000) * 1_000_000;

/** A number that no other conversation of this run has. */
export function newNumber(): string {
  count += 1;
  return `+1${2_000_000_000 + count}`;
}

/** A text with a SID of its own, with the fields of a real webhook, signed for the line's public address. */
export function signedText(from: string, body: string): SignedText {
  count += 1;
  const sid = `SM${count.toString(16).padStart(32, '0')}`;
  const form = inboundForm(ACCOUNT.accountSid, { ...BLANK, sid, from, to: ACCOUNT.lineNumber, body });
  return {
    body: new URLSearchParams(form as Record<string, string>).toString(),
    signature: sign(ACCOUNT.authToken, SIGNED_URL, form),
  };
}

type InboundText = Parameters<typeof inboundForm>[1];

const BLANK: Omit<InboundText, 'sid' | 'from' | 'to' | 'body'> = {
  direction: 'inbound',
  media: [],
  numMedia: 0,
  at: 0,
  updatedAt: 0,
  status: 'received',
  form: {},
  attempts: [],
  fallback: [],
  webhook: 'pending',
  redacted: false,
  deleted: false,
};
