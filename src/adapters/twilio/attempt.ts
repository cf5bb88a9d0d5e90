import { AsyncLocalStorage } from 'node:async_hooks';

/** One call to Twilio: how long it may take, and whether any of it can have reached them. */
export interface Attempt {
  timeoutMs: number;
  /** Set when the request is about to be written to an open connection. */
  started: boolean;
}

/** The SDK's methods take no time limit, so it travels beside the call instead of through it. */
export const attempts = new AsyncLocalStorage<Attempt>();
