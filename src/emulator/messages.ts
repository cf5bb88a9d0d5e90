import type { Failure } from './connection-overrides.ts';
import type { Form } from './form.ts';

/** One POST of a webhook or status callback, and what came back. */
export interface Attempt {
  url: string;
  at: number;
  tookMs: number;
  /** Absent when no complete answer came. */
  answer?: { status: number; contentType: string; body: string };
  /** Absent when the answer was a 2xx. */
  failure?: Failure;
}

export type Status =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received';

interface Message {
  sid: string;
  from: string;
  to: string;
  /** What was really said, whatever was redacted since. */
  body: string;
  numMedia: number;
  /** When the provider took it, on the emulator's clock. */
  at: number;
  updatedAt: number;
  status: Status;
  /** The body was emptied through the REST API. */
  redacted: boolean;
  /** The message was deleted through the REST API: it is neither found nor listed any more. */
  deleted: boolean;
}

export interface MediaItem {
  contentType: string;
  url: string;
}

/** A text from a phone to the line. */
export interface InboundText extends Message {
  direction: 'inbound';
  media: readonly MediaItem[];
  optOutType?: 'STOP' | 'START' | 'HELP';
  /** The webhook's form. */
  form: Form;
  /** Every webhook attempt; none when the webhook was dropped. */
  attempts: Attempt[];
  /** Attempts at the fallback address, after the webhook failed. */
  fallback: Attempt[];
  /** Whether the line, not the fallback, took the text; 'pending' while Twilio still tries. */
  webhook: 'pending' | 'delivered' | 'failed' | 'dropped';
  /** 12100 or 12300 when the answer was no TwiML that Twilio could use. */
  twimlError?: number;
}

/** A text from the line (or from the provider itself, for opt-outs) to a phone. */
export interface OutgoingText extends Message {
  direction: 'outbound-api' | 'outbound-reply';
  /** Sent by the provider's own opt-out handling, not by the line. */
  byProvider: boolean;
  statusCallback?: string;
  messagingServiceSid?: string;
  /** Seconds. */
  validityPeriod: number;
  errorCode?: number;
  history: { status: Status; at: number }[];
  callbacks: { status: string; attempts: Attempt[] }[];
}

/** A POST that was not accepted. */
export interface Refusal {
  at: number;
  to: string;
  body: string;
  statusCallback?: string;
  /** The HTTP status, or how the connection ended without one. */
  answer: number | 'reset' | 'hang';
  code?: number;
}
