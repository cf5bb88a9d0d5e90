import type { Form } from './form.ts';
import type { InboundText } from './messages.ts';
import { countSegments } from './segments.ts';

/** The fields of a real inbound webhook. Source: twilio.com/docs/messaging/guides/webhook-request. */
export function inboundForm(accountSid: string, text: InboundText): Form {
  const media: Record<string, string> = {};
  text.media.forEach(({ contentType, url }, index) => {
    media[`MediaContentType${index}`] = contentType;
    media[`MediaUrl${index}`] = url;
  });
  return {
    ToCountry: 'US',
    ToState: '',
    SmsMessageSid: text.sid,
    NumMedia: String(text.numMedia),
    ToCity: '',
    FromZip: '00501',
    SmsSid: text.sid,
    FromState: 'NY',
    SmsStatus: 'received',
    FromCity: 'HOLTSVILLE',
    Body: text.body,
    FromCountry: 'US',
    To: text.to,
    ToZip: '',
    NumSegments: String(countSegments(text.body).count),
    MessageSid: text.sid,
    AccountSid: accountSid,
    From: text.from,
    ApiVersion: '2010-04-01',
    ...(text.optOutType ? { OptOutType: text.optOutType } : {}),
    ...media,
  };
}
