import { get, type IncomingMessage } from 'node:http';
import { openStores } from '../../src/adapters/redis/open-stores.ts';
import { createSessions } from '../../src/hotline/accounts/sessions.ts';
import type { StoredAccount } from '../../src/hotline/ports.ts';
import type { Ground } from './open-ground.ts';
import { answerCalls } from './remote.ts';
import { newNumber, signedText } from './signed-texts.ts';
import { createTexter } from './texter.ts';

const DANGER = 'he has a gun and he is coming for me now';

const rings = new Map<string, number[]>();
let open = 0;
let ended = 0;

/** Event streams of so many advocates, each with a session of their own where the server asks for one. */
async function listen(given: { url: string; ground: Ground | undefined; advocates: number }): Promise<number> {
  const { url, ground, advocates } = given;
  const cookies = ground ? await signedIn(ground, advocates) : Array.from({ length: advocates }, () => '');
  await Promise.all(cookies.map((cookie) => hear(new URL('/api/events', url), cookie)));
  return open;
}

/**
 * Somebody in danger texts, from this process, which has little else to do. Returns how long that took to ring on each
 * stream, in ms from before the text left.
 */
async function cryForHelp({ url, withinMs }: { url: string; withinMs: number }): Promise<number[]> {
  const texter = createTexter(url, 1);
  const at = performance.now();
  const [rang] = await Promise.all([nextRing(withinMs), texter.post(signedText(newNumber(), DANGER))]);
  await texter.close();
  return rang.map((heard) => heard - at);
}

/** When each stream rang for the one who came next, which nobody has been told of before. */
async function nextRing(withinMs: number): Promise<number[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const [talk, times] = [...rings].find(([, heard]) => heard.length === open) ?? [];
    if (talk !== undefined && times !== undefined) {
      // It may change again; it has rung once.
      rings.set(talk, []);
      return times;
    }
    if (Date.now() > until) throw new Error(`Not every stream rang: ${JSON.stringify([...rings.values()])}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function hear(address: URL, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false, headers: cookie === '' ? {} : { cookie } }, (response: IncomingMessage) => {
      if (response.statusCode !== 200) return reject(new Error(`A stream was answered with ${response.statusCode}.`));
      open += 1;
      response.on('close', () => {
        ended += 1;
      });
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const at = performance.now();
        const blocks = `${rest}${chunk}`.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) note(block, at);
      });
      resolve();
    }).on('error', reject);
  });
}

function note(block: string, at: number): void {
  if (!block.includes('"ring":true')) return;
  const { talk } = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}');
  rings.set(talk, [...(rings.get(talk) ?? []), at]);
}

async function signedIn(ground: Ground, advocates: number): Promise<string[]> {
  const stores = await openStores({ redisUrls: [ground.data], keystoreUrls: [ground.keys], dataDir: '' });
  const sessions = createSessions({ clock: { now: Date.now }, store: stores.sessions, accounts: stores.accounts });
  const cookies = Array.from({ length: advocates }, async (_, n) => {
    const account = advocate(n);
    await stores.accounts.add(account);
    return `__Host-lantern=${await sessions.open(account)}`;
  });
  const all = await Promise.all(cookies);
  await stores.close();
  return all;
}

/** Of whom only the sessions are tried, so that nothing stands behind their way in. */
function advocate(n: number): StoredAccount {
  return {
    ...{ id: `advocate-${n}`, login: `advocate-${n}`, name: `Advocate ${n}`, revision: 1, epoch: 1 },
    ...{ roles: ['advocate'], languages: ['en', 'es'], skills: [], shift: 'on', loadCap: 4, status: 'active' },
    ...{ keyId: `none-${n}`, recovery: [], createdAt: 0 },
    settings: { language: 'en', sound: true, onCallConsent: false },
  };
}

const calls = { listen, cryForHelp, ended: () => ended };

export type DeskStreamCalls = typeof calls;

answerCalls(calls);
