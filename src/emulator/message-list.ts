import { messageJson, sentAt } from './message-json.ts';
import type { InboundText, OutgoingText } from './messages.ts';

const DAY = 86_400_000;
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1_000;

interface Asked {
  accountSid: string;
  /** As it came: To, From, DateSent, DateSent>, DateSent<, PageSize, Page, PageToken. */
  query: URLSearchParams;
  messages: Iterable<InboundText | OutgoingText>;
  /** Messages taken after this are not listed yet. */
  takenBefore: number;
}

/**
 * One page of the Messages list, newest first, with Twilio's filters: a date means the whole day in GMT and
 * `DateSent>=2026-01-31` is the parameter "DateSent>". A next page starts behind the last message of the one before, so
 * that texts which arrive meanwhile shift nothing.
 */
export function messageList({ accountSid, query, messages, takenBefore }: Asked) {
  const found = [...messages].filter((one) => !one.deleted && one.at <= takenBefore && matches(one, query));
  found.reverse().sort((one, other) => other.at - one.at);

  const size = Math.min(Math.max(Number.parseInt(query.get('PageSize') ?? '', 10) || DEFAULT_PAGE, 1), LARGEST_PAGE);
  const page = Math.max(Number.parseInt(query.get('Page') ?? '', 10) || 0, 0);
  const behind = found.findIndex(({ sid }) => `PA${sid}` === query.get('PageToken'));
  const start = behind === -1 ? page * size : behind + 1;
  const shown = found.slice(start, start + size);
  const last = shown.at(-1);

  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const uriOf = (number: number, token?: string) => {
    const uri = new URLSearchParams(query);
    uri.delete('PageToken');
    uri.set('PageSize', String(size));
    uri.set('Page', String(number));
    if (token) uri.set('PageToken', token);
    return `${path}?${uri}`;
  };
  return {
    end: start + Math.max(shown.length - 1, 0),
    first_page_uri: uriOf(0),
    messages: shown.map((one) => messageJson(accountSid, one)),
    next_page_uri: last && start + size < found.length ? uriOf(page + 1, `PA${last.sid}`) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    start,
    uri: uriOf(page),
  };
}

function matches(message: InboundText | OutgoingText, query: URLSearchParams): boolean {
  const to = query.get('To');
  const from = query.get('From');
  if (to && message.to !== to) return false;
  if (from && message.from !== from) return false;
  const seconds = Math.floor(sentAt(message) / 1_000) * 1_000;
  const within = (name: string, test: (range: { from: number; to: number }) => boolean) => {
    const asked = query.get(name);
    return !asked || test(rangeOf(asked));
  };
  return (
    within('DateSent', (range) => seconds >= range.from && seconds <= range.to) &&
    within('DateSent>', (range) => seconds >= range.from) &&
    within('DateSent<', (range) => seconds <= range.to)
  );
}

/** A day, or one second when a time of day is given. */
function rangeOf(asked: string): { from: number; to: number } {
  const from = Date.parse(asked);
  return { from, to: /^\d{4}-\d\d-\d\d$/.test(asked) ? from + DAY - 1 : from };
}
