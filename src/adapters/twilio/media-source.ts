import type { MediaSource } from '../../hotline/ports.ts';
import type { TwilioConfig } from './twilio-config.ts';

/** Twilio takes no larger attachment from a phone. */
const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** From the API to the store of files, and once more inside it. */
const REDIRECTS = 2;
const MEDIA_PATH =
  /^\/2010-04-01\/Accounts\/(AC[0-9a-fA-F]{32})\/Messages\/(?:SM|MM)[0-9a-fA-F]{32}\/Media\/ME[0-9a-fA-F]{32}$/;
/** Where Twilio keeps files and sends its callers (docs/messaging/api/media-resource). */
const FILE_HOSTS = /(^|\.)(twilio\.com|twiliocdn\.com|amazonaws\.com)$/;
const CONTENT_TYPE = /^[a-z0-9][\w.+-]{0,63}\/[\w.+-]{1,63}$/;

/**
 * Fetches what a texter attached. Only a path of our own account's messages is asked for, only at TWILIO_API_BASE, and our
 * credentials go nowhere else: where the API sends us on, we go without them, and only to Twilio's own stores.
 */
export function createMediaSource(config: Pick<TwilioConfig, 'accountSid' | 'authToken' | 'apiBase'>): MediaSource {
  const { origin } = new URL(config.apiBase);
  const authorization = `Basic ${Buffer.from(`${config.accountSid}:${config.authToken}`).toString('base64')}`;

  async function ask(url: URL, signal: AbortSignal): Promise<Response | undefined> {
    let next = url;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const headers = hop === 0 ? { authorization } : {};
      const response = await fetch(next, { headers, redirect: 'manual', signal });
      if (response.status < 300 || response.status > 399) return response.ok ? response : undefined;
      const to = URL.parse(response.headers.get('location') ?? '', next.href);
      if (to === null || !isStore(to, origin)) return undefined;
      next = to;
    }
    return undefined;
  }

  return {
    async fetch(address) {
      const path = URL.parse(address)?.pathname ?? '';
      if (MEDIA_PATH.exec(path)?.[1] !== config.accountSid) return undefined;
      try {
        const response = await ask(new URL(path, origin), AbortSignal.timeout(TIMEOUT_MS));
        const bytes = response && (await readUpTo(response, MOST_BYTES));
        return bytes && { contentType: typeOf(response), bytes };
      } catch {
        return undefined;
      }
    },
  };
}

function isStore(url: URL, origin: string): boolean {
  return url.origin === origin || (url.protocol === 'https:' && FILE_HOSTS.test(url.hostname));
}

async function readUpTo(response: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function typeOf(response: Response): string {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return CONTENT_TYPE.test(type) ? type : 'application/octet-stream';
}
