import type { InboundText, OutgoingText } from '../messages.ts';
import { countSegments } from '../segments.ts';

/** One bubble on a phone's screen. */
export interface PhoneMessage {
  id: string;
  phone: string;
  /** Written on this phone, not by the line. */
  mine: boolean;
  body: string;
  pictures: number;
  /** Milliseconds since 1970. */
  at: number;
  segments: number;
  mark: 'sending' | 'received' | 'retried' | 'not-received' | 'queued' | 'sent' | 'delivered' | 'failed';
  /** Webhook attempts of one's own text. */
  attempts?: number;
  /** Twilio's code, when a text of the line failed. */
  errorCode?: number;
}

export function phoneMessage(message: InboundText | OutgoingText): PhoneMessage {
  const common = {
    id: message.sid,
    body: message.body,
    pictures: message.numMedia,
    at: message.at,
    segments: countSegments(message.body).count,
  };
  if (message.direction === 'inbound') {
    const attempts = message.attempts.length;
    return { ...common, phone: message.from, mine: true, mark: ownMark(message), attempts };
  }
  const { errorCode } = message;
  const failed = errorCode === undefined ? {} : { errorCode };
  return { ...common, phone: message.to, mine: false, mark: lineMark(message), ...failed };
}

function ownMark({ webhook, attempts }: InboundText): PhoneMessage['mark'] {
  if (webhook === 'pending') return 'sending';
  if (webhook !== 'delivered') return 'not-received';
  return attempts.length > 1 ? 'retried' : 'received';
}

function lineMark({ status }: OutgoingText): PhoneMessage['mark'] {
  if (status === 'sent' || status === 'delivered') return status;
  return status === 'failed' || status === 'undelivered' || status === 'canceled' ? 'failed' : 'queued';
}
