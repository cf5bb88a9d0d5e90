import twilio from 'twilio';
import { type Dispatcher, Pool } from 'undici';
import { attempts } from './attempt.ts';

type RequestOptions = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];
type Answer = Awaited<ReturnType<InstanceType<typeof twilio.RequestClient>['request']>>;

/** One conversation is one request at a time; this many conversations are answered at once. */
export const MAX_CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 3_000;
/** For calls made outside an attempt. */
const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * The SDK's way to the network: one pool of kept connections to TWILIO_API_BASE, whatever host the SDK names.
 * It never retries, follows nowhere, and remembers no request, so that no text lingers in it.
 */
export class PooledRequestClient extends twilio.RequestClient {
  readonly #pool: Pool;
  readonly #dispatcher: Dispatcher;

  constructor(apiBase: string) {
    super();
    this.#pool = new Pool(new URL(apiBase).origin, {
      connections: MAX_CONNECTIONS,
      pipelining: 1,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
    this.#dispatcher = this.#pool.compose(noteStart);
  }

  override request<TData>(options: RequestOptions): Promise<Answer & { body: TData }> {
    const url = new URL(options.uri);
    for (const [key, value] of pairs(options.params)) url.searchParams.append(key, value);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), attempts.getStore()?.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const { signal } = late;
    const answering = this.#exchange({
      path: url.pathname + url.search,
      method: options.method.toUpperCase() as Dispatcher.HttpMethod,
      headers: {
        ...(options.headers as Record<string, string>),
        Authorization: `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`,
      },
      body: options.data ? new URLSearchParams(pairs(options.data)).toString() : null,
      signal,
    });
    const answer = Promise.race([answering, aborted(signal)]).finally(() => clearTimeout(timer));
    return answer as Promise<Answer & { body: TData }>;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #exchange(request: Dispatcher.RequestOptions): Promise<Answer> {
    const { statusCode, headers, body } = await this.#dispatcher.request(request);
    return { statusCode, headers, body: await body.text(), toString: () => `HTTP ${statusCode}` };
  }
}

/**
 * Rejects when the time is over. undici looks at a signal only once the request has its connection: without this, one
 * that waits in the pool's queue would outlive its caller's lease. It is not written any more after that.
 */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Marks the attempt the moment its request has an open connection and is about to be written. */
function noteStart(dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch {
  return (options, handler) => {
    const attempt = attempts.getStore();
    return dispatch(options, {
      onRequestStart: (controller, context) => {
        handler.onRequestStart?.(controller, context);
        if (attempt !== undefined) attempt.started = true;
      },
      onResponseStart: (...told) => handler.onResponseStart?.(...told),
      onResponseData: (...told) => handler.onResponseData?.(...told),
      onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
      onResponseError: (...told) => handler.onResponseError?.(...told),
    });
  };
}

/** Twilio repeats a key for each of its values. */
function pairs(fields: object | undefined): [string, string][] {
  return Object.entries(fields ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [key, String(one)]),
  );
}
