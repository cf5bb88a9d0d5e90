import { Pool } from 'undici';
import type { SignedText } from './signed-texts.ts';

/** Posts webhooks over a fixed number of kept connections, with as little work of its own as can be. */
export interface Texter {
  /** Resolves with the milliseconds until the whole answer was there; rejects unless it was 200. */
  post(text: SignedText): Promise<number>;
  close(): Promise<void>;
}

export function createTexter(url: string, connections: number): Texter {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  return {
    post: ({ body, signature }) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        let status = 0;
        pool.dispatch(
          {
            path: pathname,
            method: 'POST',
            body,
            headers: {
              'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
              'user-agent': 'TwilioProxy/1.1',
              'x-twilio-signature': signature,
            },
          },
          {
            // undici tells its newer handlers from its older ones by this.
            onRequestStart: () => {},
            onResponseStart: (_controller, code) => {
              status = code;
            },
            onResponseEnd: () => {
              if (status === 200) resolve(performance.now() - start);
              else reject(new Error(`A webhook was answered with ${status}.`));
            },
            onResponseError: (_controller, error) => reject(error),
          },
        );
      }),
    close: () => pool.destroy(),
  };
}
