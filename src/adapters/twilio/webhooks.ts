import type { Inbound, StatusReport } from '../../hotline/ports.ts';
import { createParseInbound } from './parse-inbound.ts';
import { createParseStatus } from './parse-status.ts';
import type { Parsed } from './parsed.ts';
import type { TwilioConfig } from './twilio-config.ts';
import { createVerify, type Verify } from './verify.ts';

/** What the routes need to know of Twilio. Past this no one reads a raw webhook field. */
export interface TwilioWebhooks {
  verify: Verify;
  parseInbound(form: unknown): Parsed<Inbound>;
  parseStatus(oid: string, form: unknown): Parsed<StatusReport>;
}

export function createTwilioWebhooks(config: TwilioConfig): TwilioWebhooks {
  return {
    verify: createVerify(config),
    parseInbound: createParseInbound(config),
    parseStatus: createParseStatus(config),
  };
}
