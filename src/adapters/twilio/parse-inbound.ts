import { z } from 'zod';
import type { Inbound } from '../../hotline/ports.ts';
import { readAddress } from './address.ts';
import { createIsOurs } from './line-numbers.ts';
import { NUM_MEDIA, readMedia } from './media.ts';
import { NOT_OURS, type Parsed, stringsOnly, UNREADABLE } from './parsed.ts';
import { MESSAGE_SID } from './sid.ts';
import type { TwilioConfig } from './twilio-config.ts';

/**
 * Body has no default although it may be empty: Twilio always sends it, and `Body` renamed to `Bod` under the same
 * signature must not turn a call for help into an empty text.
 */
const InboundForm = z.object({
  MessageSid: z.string().regex(MESSAGE_SID),
  AccountSid: z.string(),
  From: z.string(),
  To: z.string(),
  Body: z.string(),
  NumMedia: z.string().regex(NUM_MEDIA).optional(),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/** Source: twilio.com/docs/messaging/guides/webhook-request. What is not named here, places included, is dropped. */
export function createParseInbound(
  config: Pick<TwilioConfig, 'accountSid' | 'lineNumbers'>,
): (form: unknown) => Parsed<Inbound> {
  const isOurs = createIsOurs(config);
  return (form) => {
    if (!stringsOnly(form)) return UNREADABLE;
    const read = InboundForm.safeParse(form);
    if (!read.success) return UNREADABLE;
    const { MessageSid, AccountSid, From, To, Body, NumMedia, OptOutType } = read.data;
    if (AccountSid !== config.accountSid || !isOurs(To)) return NOT_OURS;
    const address = readAddress(From);
    if (address === undefined) return UNREADABLE;
    const value: Inbound = {
      sid: MessageSid,
      from: From,
      channel: address.channel,
      to: To,
      body: Body,
      media: readMedia(form, NumMedia),
    };
    if (OptOutType !== undefined) value.optOutType = OptOutType;
    return { ok: true, value };
  };
}
