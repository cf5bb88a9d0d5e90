import type { Inbound, ProviderLog, SentMessage } from '../../hotline/ports.ts';
import { readAddress } from './address.ts';
import type { TwilioClient } from './client.ts';
import { providerForm } from './line-numbers.ts';
import { unseenMedia } from './media.ts';
import { MESSAGE_SID } from './sid.ts';
import type { TwilioConfig } from './twilio-config.ts';

type Sdk = Parameters<Parameters<TwilioClient['attempt']>[1]>[0];
type Page = Awaited<ReturnType<Sdk['messages']['page']>>;
type Message = Page['instances'][number];
type Query = Parameters<Sdk['messages']['page']>[0];

/** A minute's sweep fits in one page; after a long outage there are many. Twilio allows 1,000. */
const SWEEP_PAGE_SIZE = 200;
const SENT_PAGE_SIZE = 50;
const TIMEOUT_MS = 10_000;

/**
 * Twilio's own list of messages: `GET /Messages.json`, newest first, times in whole seconds.
 * Rejects when the list cannot be had: half a list must not pass for the whole.
 */
export function createProviderLog(
  config: Pick<TwilioConfig, 'accountSid' | 'lineNumbers'>,
  client: TwilioClient,
): ProviderLog {
  return {
    async *inboundSince(since) {
      const found: Message[] = [];
      for (const lineNumber of config.lineNumbers) {
        const to = providerForm(lineNumber);
        found.push(
          ...(await newerThan(client, since, { to, dateSentAfter: utcDay(since), pageSize: SWEEP_PAGE_SIZE })),
        );
      }
      // Twilio tells whole seconds and lists the newest first: turned round, two of one second keep their order too.
      found.reverse().sort((a, b) => createdAt(a) - createdAt(b));
      for (const message of found) {
        const inbound = message.accountSid === config.accountSid ? readInbound(message) : undefined;
        if (inbound !== undefined) yield inbound;
      }
    },

    // Without a date: a text still in Twilio's queue has no date of sending that a filter could match.
    async sentTo(to, since) {
      const messages = await newerThan(client, since, { to, pageSize: SENT_PAGE_SIZE });
      return messages.filter(({ direction }) => direction.startsWith('outbound')).map(readSent);
    },
  };
}

async function newerThan(client: TwilioClient, since: Date, query: Query): Promise<Message[]> {
  const from = Math.floor(since.getTime() / 1000) * 1000;
  const found: Message[] = [];
  let page: Page | undefined = await list((sdk) => sdk.messages.page(query));
  while (page !== undefined) {
    const recent = page.instances.filter((message) => createdAt(message) >= from);
    found.push(...recent);
    const { nextPageUrl }: { nextPageUrl?: string | undefined } = page;
    if (nextPageUrl === undefined || recent.length === 0) break;
    page = await list((sdk) => sdk.messages.getPage(nextPageUrl));
  }
  return found;

  function list(call: (sdk: Sdk) => Promise<Page>): Promise<Page> {
    return client.attempt({ timeoutMs: TIMEOUT_MS, started: false }, call);
  }
}

function readInbound(message: Message): (Inbound & { receivedAt: number }) | undefined {
  const address = readAddress(message.from);
  if (message.direction !== 'inbound' || address === undefined || !MESSAGE_SID.test(message.sid)) return undefined;
  return {
    sid: message.sid,
    from: message.from,
    channel: address.channel,
    to: message.to,
    body: message.body ?? '',
    media: unseenMedia(Number(message.numMedia) || 0),
    receivedAt: createdAt(message),
  };
}

function readSent(message: Message): SentMessage {
  const sent: SentMessage = {
    sid: message.sid,
    body: message.body ?? '',
    dateCreated: createdAt(message),
    status: message.status,
  };
  if (message.errorCode) sent.errorCode = message.errorCode;
  return sent;
}

function createdAt(message: Message): number {
  return message.dateCreated.getTime();
}

/** The filter knows days, not hours. */
function utcDay(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}
