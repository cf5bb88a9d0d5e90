import twilio from 'twilio';
import { type Dispatcher, Pool } from 'undici';
import { attempts } from './attempt.ts';

type RequestOptions = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];
type Answer = Awaited<ReturnType<InstanceType<typeof twilio.RequestClient>['request']>>;

/** One conversation is one request at a time; this many conversations are answered at once. */
const MAX_CONNECTIONS = 64;
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

  override async request<TData>(options: RequestOptions): Promise<Answer & { body: TData }> {
    const { pathname, search } = new URL(options.uri);
    const query = options.params === undefined ? '' : form(options.params).toString();
    const headers: Record<string, string> = { ...(options.headers as Record<string, string>) };
    headers.Authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;
    const {
      statusCode,
      headers: answered,
      body,
    } = await this.#dispatcher.request({
      path: pathname + (query === '' ? search : `${search === '' ? '?' : `${search}&`}${query}`),
      method: options.method.toUpperCase() as Dispatcher.HttpMethod,
      headers,
      body: options.data ? form(options.data).toString() : null,
      signal: AbortSignal.timeout(attempts.getStore()?.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    });
    return { statusCode, headers: answered, body: (await body.text()) as TData, toString: () => `HTTP ${statusCode}` };
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** Marks the attempt the moment its request leaves the pool's queue for an open connection. */
function noteStart(dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch {
  return (options, handler) => {
    const attempt = attempts.getStore();
    return dispatch(options, {
      onRequestStart: (controller, context) => {
        if (attempt !== undefined) attempt.started = true;
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (...told) => handler.onResponseStart?.(...told),
      onResponseData: (...told) => handler.onResponseData?.(...told),
      onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
      onResponseError: (...told) => handler.onResponseError?.(...told),
    });
  };
}

/** Twilio repeats a key for each of its values. */
function form(fields: object): URLSearchParams {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    for (const one of [value].flat()) pairs.append(key, String(one));
  }
  return pairs;
}
