import { LONGEST_VALIDITY, type NewMessage } from './outgoing.ts';
import { errors, type TwilioError } from './twilio-error.ts';

/** What an account may send from, and to whom it may not. */
export interface Account {
  lineNumbers: readonly string[];
  messagingServiceSid?: string;
  blocks(phone: string): boolean;
}

const LONGEST_BODY = 1_600;
const E164 = /^(?:whatsapp:|rcs:)?\+[1-9]\d{6,14}$/;

/**
 * Reads the form of POST Messages.json, or says what Twilio would refuse in it.
 * Stricter than Twilio in one thing: a bad StatusCallback is refused, where Twilio only logs 21609.
 */
export function readNewMessage(form: URLSearchParams, account: Account): NewMessage | TwilioError {
  const to = form.get('To');
  const from = form.get('From');
  const service = form.get('MessagingServiceSid');
  const body = form.get('Body') ?? '';
  const statusCallback = form.get('StatusCallback');
  const validity = form.get('ValidityPeriod');
  const numMedia = form.getAll('MediaUrl').length;

  if (!to) return errors.noTo;
  if (!from && !service) return errors.noFrom;
  if (service && service !== account.messagingServiceSid) return errors.badService;
  const sender = account.lineNumbers.find((number) => bare(number) === bare(from ?? number));
  if (!sender) return errors.badFrom(from ?? '');
  if (!E164.test(to)) return errors.badTo(to);
  if (body === '' && numMedia === 0) return errors.noBody;
  if (body.length > LONGEST_BODY) return errors.tooLong;
  if (validity !== null && !isValidity(validity)) return errors.badValidity;
  if (statusCallback !== null && !/^https?:\/\//.test(statusCallback)) return errors.badCallback(statusCallback);
  if (account.blocks(to)) return errors.optedOut;

  return {
    direction: 'outbound-api',
    from: sender,
    to,
    body,
    numMedia,
    validityPeriod: validity === null ? LONGEST_VALIDITY : Number(validity),
    ...(service ? { messagingServiceSid: service } : {}),
    ...(statusCallback ? { statusCallback } : {}),
  };
}

/** A short code is written with or without a plus. */
function bare(number: string): string {
  return number.replace(/^\+/, '');
}

function isValidity(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= LONGEST_VALIDITY;
}
