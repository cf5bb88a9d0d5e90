import type { SendResult } from '../../hotline/ports.ts';

/** What a row says to do. `ambiguous`: Twilio may have taken the text, so look before sending again. */
type Verdict = { result: 'retry'; afterMs: number } | { result: 'ambiguous' | 'refused' | 'opted-out' };

interface Row {
  verdict: Verdict;
  /** Where the rule comes from. */
  source: string;
}

const SOON_MS = 1_000;
/** Long enough for somebody to mend a setting, short enough for several tries within a text's ten minutes. */
const MEND_MS = 30_000;

/** By Twilio's error code, which settles the matter whatever the HTTP status was. */
export const BY_ERROR_CODE: Readonly<Record<number, Row>> = {
  14107: {
    verdict: { result: 'retry', afterMs: 30_000 },
    source: 'docs/api/errors/14107: over 30 replies to one number in 30 s, refused for the next 30 s',
  },
  20003: {
    verdict: { result: 'retry', afterMs: MEND_MS },
    source: 'docs/api/errors/20003: authentication failed before anything was read; a token is being rotated',
  },
  20429: {
    verdict: { result: 'retry', afterMs: SOON_MS },
    source: 'docs/api/errors/20429: "never processed and always safe to retry"',
  },
  21408: {
    verdict: { result: 'refused' },
    source: 'docs/api/errors/21408: sending to this region is switched off',
  },
  21610: {
    verdict: { result: 'opted-out' },
    source: 'docs/api/errors/21610: the recipient has sent STOP',
  },
  21611: {
    verdict: { result: 'retry', afterMs: 10_000 },
    source: 'docs/api/errors/21611: the sender’s queue is full; nothing was queued',
  },
  30001: {
    verdict: { result: 'retry', afterMs: 10_000 },
    source: 'docs/api/errors/30001: queue overflow; nothing was queued',
  },
  63017: {
    verdict: { result: 'retry', afterMs: SOON_MS },
    source: 'docs/api/errors/63017: the account sends over 2,000 messages a second',
  },
};

/** By HTTP status, when the code says nothing. The first row that holds the status counts. */
export const BY_HTTP_STATUS: readonly (Row & { from: number; to: number })[] = [
  {
    from: 200,
    to: 299,
    verdict: { result: 'ambiguous' },
    source: 'a success that cannot be read, or names no SID: something was taken',
  },
  {
    from: 300,
    to: 399,
    verdict: { result: 'retry', afterMs: MEND_MS },
    source: 'the REST API never redirects (twilio-oai): TWILIO_API_BASE points elsewhere',
  },
  {
    from: 401,
    to: 401,
    verdict: { result: 'retry', afterMs: MEND_MS },
    source: 'docs/usage/your-request-to-twilio: credentials; see 20003',
  },
  {
    from: 403,
    to: 404,
    verdict: { result: 'retry', afterMs: MEND_MS },
    source: 'docs/usage/twilios-response: the account or its address, not the text',
  },
  {
    from: 408,
    to: 408,
    verdict: { result: 'ambiguous' },
    source: 'RFC 9110 15.5.9, and proxies that send it after the request was passed on',
  },
  {
    from: 429,
    to: 429,
    verdict: { result: 'retry', afterMs: SOON_MS },
    source: 'docs/api/errors/20429',
  },
  {
    from: 400,
    to: 499,
    verdict: { result: 'refused' },
    source: 'docs/usage/twilios-response: the text itself is at fault, and stays so',
  },
  {
    from: 500,
    to: 599,
    verdict: { result: 'ambiguous' },
    source: 'docs/usage/twilios-response: no idempotency key exists, so the text may be under way',
  },
];

/** What to do after Twilio answered a POST with something other than a readable success. */
export function afterAnswer(status: number, code: number | undefined): SendResult {
  const row =
    (code === undefined ? undefined : BY_ERROR_CODE[code]) ??
    BY_HTTP_STATUS.find(({ from, to }) => status >= from && status <= to);
  const verdict: Verdict = row?.verdict ?? { result: 'ambiguous' };
  if (verdict.result === 'opted-out') return { result: 'opted-out' };
  return code === undefined ? verdict : { ...verdict, code };
}

/** What to do when no answer came. Until the request is on its way nothing can have been taken. */
export function afterNoAnswer(started: boolean): SendResult {
  return started ? { result: 'ambiguous' } : { result: 'retry', afterMs: SOON_MS };
}

/** By the error code of a delivery report. What is not here is final. */
export const AFTER_UNDELIVERED: Readonly<Record<number, { again: 'retry-once' | 'give-up'; source: string }>> = {
  30003: { again: 'retry-once', source: 'docs/api/errors/30003: handset off or out of reach, passing' },
  30005: { again: 'give-up', source: 'docs/api/errors/30005: no such handset' },
  30006: { again: 'give-up', source: 'docs/api/errors/30006: a landline, or a carrier that short codes cannot reach' },
  30007: { again: 'retry-once', source: 'docs/api/errors/30007: filtered; plain words, once, may pass' },
  30008: { again: 'give-up', source: 'docs/api/errors/30008: unknown; it may have arrived' },
};

/** Whether a text that the carrier did not deliver is worth one more try. */
export function afterUndelivered(code: number | undefined): 'retry-once' | 'give-up' {
  return (code === undefined ? undefined : AFTER_UNDELIVERED[code]?.again) ?? 'give-up';
}
