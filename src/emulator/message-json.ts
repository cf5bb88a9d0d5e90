import type { InboundText, OutgoingText, Status } from './messages.ts';
import { countSegments } from './segments.ts';

/** A message as the REST API shows it. Source: twilio.com/docs/messaging/api/message-resource. */
export function messageJson(accountSid: string, message: InboundText | OutgoingText, status: Status = message.status) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const outgoing = message.direction === 'inbound' ? undefined : message;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.redacted ? '' : message.body,
    date_created: rfc2822(message.at),
    date_sent: status === 'queued' || status === 'accepted' ? null : rfc2822(sentAt(message)),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: outgoing?.errorCode ?? null,
    error_message: null,
    from: message.from,
    messaging_service_sid: outgoing?.messagingServiceSid ?? null,
    num_media: String(message.numMedia),
    num_segments: String(countSegments(message.body).count),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** When a message left; while it waits, when it was taken. */
export function sentAt(message: InboundText | OutgoingText): number {
  if (message.direction === 'inbound') return message.at;
  return message.history.find(({ status }) => status === 'sending')?.at ?? message.at;
}

/** "Thu, 24 Aug 2023 05:01:45 +0000" */
function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
