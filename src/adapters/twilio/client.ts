import twilio from 'twilio';
import { type Attempt, attempts } from './attempt.ts';
import { PooledRequestClient } from './pooled-request-client.ts';
import type { TwilioConfig } from './twilio-config.ts';

type Sdk = ReturnType<typeof twilio>;

/** The SDK over one connection pool, shared by all that talk to Twilio. */
export interface TwilioClient {
  /** Runs SDK calls of which each may take `attempt.timeoutMs`. */
  attempt<T>(attempt: Attempt, call: (sdk: Sdk) => Promise<T>): Promise<T>;
  /** Ends every connection at once; calls under way fail. */
  close(): Promise<void>;
}

export function createTwilioClient(config: Pick<TwilioConfig, 'accountSid' | 'authToken' | 'apiBase'>): TwilioClient {
  const httpClient = new PooledRequestClient(config.apiBase);
  const sdk = twilio(config.accountSid, config.authToken, { httpClient, autoRetry: false });
  return {
    attempt: (attempt, call) => attempts.run(attempt, () => call(sdk)),
    close: () => httpClient.close(),
  };
}
