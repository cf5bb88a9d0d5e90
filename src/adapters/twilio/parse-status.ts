import { z } from 'zod';
import type { MessageStatus, StatusReport } from '../../hotline/ports.ts';
import { readAddress } from './address.ts';
import { NOT_OURS, type Parsed, stringsOnly, UNREADABLE } from './parsed.ts';
import { MESSAGE_SID } from './sid.ts';
import type { TwilioConfig } from './twilio-config.ts';

/** Source: twilio-oai, twilio_api_v2010.json: message_enum_status. */
export const MESSAGE_STATUSES = [
  'queued',
  'accepted',
  'scheduled',
  'sending',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
  'receiving',
  'received',
  'partially_delivered',
] as const satisfies readonly MessageStatus[];

/** Our own outbox id, as `send` writes it into the address of the callback. */
const OUTBOX_ID = /^[\w-]{1,64}$/;

const StatusForm = z.object({
  MessageSid: z.string().regex(MESSAGE_SID),
  AccountSid: z.string(),
  MessageStatus: z.enum(MESSAGE_STATUSES),
  ErrorCode: z
    .string()
    .regex(/^\d{0,6}$/)
    .default(''),
  To: z.string().refine((to) => readAddress(to) !== undefined),
  From: z.string().max(160).default(''),
});

/** Source: twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks. */
export function createParseStatus(
  config: Pick<TwilioConfig, 'accountSid'>,
): (oid: string, form: unknown) => Parsed<StatusReport> {
  return (oid, form) => {
    if (!OUTBOX_ID.test(oid) || !stringsOnly(form)) return UNREADABLE;
    const read = StatusForm.safeParse(form);
    if (!read.success) return UNREADABLE;
    const { MessageSid, AccountSid, MessageStatus, ErrorCode, To, From } = read.data;
    if (AccountSid !== config.accountSid) return NOT_OURS;
    const value: StatusReport = { oid, sid: MessageSid, status: MessageStatus, to: To, from: From };
    const errorCode = Number(ErrorCode);
    if (errorCode > 0) value.errorCode = errorCode;
    return { ok: true, value };
  };
}
