/** Why a webhook attempt failed, in the words of Twilio's retry policy. A redirect is never followed or retried here. */
export type Failure = 'ct' | 'rt' | '3xx' | '4xx' | '5xx';

export interface ConnectionOverrides {
  /** Milliseconds to connect. */
  ct: number;
  /** Milliseconds for the answer of one attempt. */
  rt: number;
  /** Milliseconds for all attempts together. */
  tt: number;
  /** Retries after the first attempt. */
  rc: number;
  /** Which failures are retried. */
  rp: ReadonlySet<Failure>;
}

const POLICIES: Record<string, readonly Failure[]> = {
  ct: ['ct'],
  rt: ['rt'],
  '4xx': ['4xx'],
  '5xx': ['5xx'],
  all: ['ct', 'rt', '4xx', '5xx'],
};

/**
 * Splits a webhook address from the settings in its fragment (`#rp=all&rc=5`), with Twilio's defaults and limits:
 * connect 5 s, 15 s in all, one retry and only of failed connections.
 * Source: twilio.com/docs/usage/webhooks/webhooks-connection-overrides. The fragment is neither sent nor signed.
 */
export function splitOverrides(address: string): { url: string; overrides: ConnectionOverrides } {
  const [url = '', fragment = ''] = address.split('#', 2);
  const asked = new URLSearchParams(fragment);
  const number = (name: string, usual: number, least: number, most: number) => {
    const value = Number(asked.get(name) ?? usual);
    return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : usual;
  };
  const rp = new Set((asked.get('rp') ?? 'ct').split(',').flatMap((policy) => POLICIES[policy] ?? []));
  const tt = number('tt', 15_000, 100, 15_000);
  return {
    url,
    overrides: {
      ct: number('ct', 5_000, 100, 10_000),
      rt: number('rt', 15_000, 100, 15_000),
      tt,
      rc: number('rc', 1, 0, 5),
      rp,
    },
  };
}
