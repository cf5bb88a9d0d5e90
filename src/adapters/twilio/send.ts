import type { Sender, SendResult } from '../../hotline/ports.ts';
import type { TwilioClient } from './client.ts';
import { providerForm } from './line-numbers.ts';
import { afterAnswer, afterNoAnswer } from './retry-table.ts';
import { MESSAGE_SID } from './sid.ts';
import type { TwilioConfig } from './twilio-config.ts';

/**
 * Sends through `POST /Messages.json`, which has no idempotency key: our own id goes into the address of the status
 * callback, and tells later whether an attempt without an answer was taken.
 */
export function createSender(
  config: Pick<TwilioConfig, 'publicUrl' | 'messagingServiceSid'>,
  client: TwilioClient,
): Sender {
  const callback = `${config.publicUrl.replace(/\/+$/, '')}/twilio/status?oid=`;

  return {
    async send(text, timeoutMs) {
      const attempt = { timeoutMs, started: false };
      try {
        const message = await client.attempt(attempt, (sdk) =>
          sdk.messages.create({
            to: text.to,
            ...(config.messagingServiceSid
              ? { messagingServiceSid: config.messagingServiceSid }
              : { from: providerForm(text.from) }),
            body: text.body,
            statusCallback: callback + encodeURIComponent(text.id),
            validityPeriod: Math.max(1, Math.floor(text.validitySeconds)),
          }),
        );
        return MESSAGE_SID.test(message.sid) ? { result: 'accepted', sid: message.sid } : afterAnswer(200, undefined);
      } catch (error) {
        return readFailure(error, attempt.started);
      }
    },
  };
}

/** An SDK error quotes the request in its words, so nothing but its numbers is taken from it. */
function readFailure(error: unknown, started: boolean): SendResult {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== 'number') return afterNoAnswer(started);
  return afterAnswer(status, typeof code === 'number' && code > 0 ? code : undefined);
}
