import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { Cipher } from '../../src/hotline/cipher.ts';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { readable } from '../support/readable.ts';

/** What people wrote and who they are: each must be hidden everywhere, and would be found without a cipher. */
const PEOPLE = {
  'a number': '5555550120',
  'a number on another channel': '5555550121',
  'a text': 'zanzibarcanary',
  'a tip': 'okapicanary',
  'a way to reach somebody': 'quokkacanary',
  "an advocate's words": 'narwhalcanary',
  'the type of a file': 'image/axolotlcanary',
};
/** What is never stored at all. */
const DROPPED = ['tapircanary', 'ibexcanary'];
const FROM = '+15555550120';
const OTHER = 'whatsapp:+15555550121';

const noCipher: Cipher = { seal: (_key, plain) => plain, open: (_key, sealed) => sealed };

/** A run that meets every path of a text; what it left behind, by where. */
async function everything(cipher?: Cipher): Promise<{ left: Record<string, string>; code: string }> {
  const printed: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0),
  );
  const here = await startLineHere({ cipher });
  try {
    const data = here.client('data');
    const answers: string[] = [];
    const text = async (body: string, more: object = {}) => {
      const { attempts } = await here.emulator.text({
        from: FROM,
        body,
        extra: { FromCity: DROPPED[0] ?? '' },
        ...more,
      });
      answers.push(JSON.stringify(attempts));
      await here.settle();
    };
    await data.config('SET', 'slowlog-log-slower-than', 0, 'slowlog-max-len', 100_000);

    for (const body of ['hello', '2', '2', '2', `saw ${PEOPLE['a tip']}`, 'Denver', '3', '2', '3']) await text(body);
    await text(`call ${PEOPLE['a way to reach somebody']} at ${FROM}`);
    const code = /code is ([\w-]+)/.exec(here.sentTo(FROM).join())?.[1] ?? 'no code';
    await text(PEOPLE['a text'], { media: [{ contentType: PEOPLE['the type of a file'] }] });
    await text(PEOPLE['a text'], { from: OTHER });
    await text('I want to talk to a person');
    const { desk } = here.running.line;
    const [ref] = await desk.waiting();
    const hold = ref && (await desk.claim(ref, 'ana'));
    if (hold === undefined) throw new Error('Nobody waits.');
    await desk.say(hold, PEOPLE["an advocate's words"]);
    await here.settle();
    for (const fault of [
      { post: 'refuse', httpStatus: 400, code: 21211 },
      { post: 'reset' },
      { outcome: 'undelivered' },
    ] as const) {
      here.emulator.faults.next(fault);
      await desk.say(hold, PEOPLE["an advocate's words"]);
      await here.settle();
    }
    await here.forward(20_000);
    // Errors: a full store, a text that nobody can read, and requests that are refused.
    await data.config('SET', 'maxmemory', 1);
    await text(PEOPLE['a text']);
    await data.config('SET', 'maxmemory', 0);
    await text(PEOPLE['a text'], { extra: { MessageSid: `SM${DROPPED[1]}` } });
    await text(PEOPLE['a text'], { extra: { From: PEOPLE['a text'] } });
    await text(PEOPLE['a text'], { extra: { TooLarge: 'x'.repeat(120_000) } });
    for (const request of refused(here)) {
      const answer = await fetch(request);
      answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    }
    const metrics = await (await fetch(`${here.running.url}/metrics`)).text();
    const slow = JSON.stringify(await data.call('SLOWLOG', 'GET', 100_000));
    const titles = [process.pid, await here.serverPid('data'), await here.serverPid('keys')].map((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'latin1'),
    );
    const before = files(here.dir);
    await data.save();
    await data.bgrewriteaof();
    await here.halt();
    const stored = [...before, ...files(here.dir)];
    const logs = stored.filter(({ name }) => name.endsWith('.log')).map(({ content }) => content);
    return {
      left: {
        stores: stored.map(({ content }) => readable(content)).join(),
        commands: readable(Buffer.from(slow)),
        logs: [...logs.map(String), ...here.log].join(),
        printed: printed.join(),
        answers: answers.join(),
        metrics,
        titles: titles.join(),
      },
      code,
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
    await here.stop();
  }
}

function* refused({ running: { url } }: LineHere): Generator<Request> {
  const form = new URLSearchParams({ Body: PEOPLE['a text'], From: FROM });
  const headers = { 'x-twilio-signature': PEOPLE['a text'] };
  for (const door of ['/twilio/sms', `/twilio/status?oid=${PEOPLE['a text']}`]) {
    yield new Request(url + door, { method: 'POST', body: form, headers });
    yield new Request(url + door, { method: 'POST', body: JSON.stringify({ Body: PEOPLE['a text'] }), headers });
  }
  yield new Request(`${url}/${PEOPLE['a text']}?${FROM}`);
}

function files(dir: string): { name: string; content: Buffer }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== 'keyring.json')
    .map((file) => ({ name: file.name, content: readFileSync(path.join(file.parentPath, file.name)) }));
}

describe('20: secrets and people never reach stores, logs, answers, metrics or titles', () => {
  it('hides every word and number of a whole run, its errors included', async () => {
    const { left, code } = await everything();
    for (const [place, content] of Object.entries(left)) {
      const found = [...Object.values(PEOPLE), ...DROPPED, code].filter((canary) => content.includes(canary));
      expect({ place, found }).toEqual({ place, found: [] });
    }
    expect(left.logs).toContain('line-started');
    expect(left.metrics).toContain('lantern_events_total');
    expect(left.stores?.length).toBeGreaterThan(10_000);
  });

  it('finds each of them in the stores when nothing is enciphered', async () => {
    const { left, code } = await everything(noCipher);
    // Redis shows the beginnings of long commands only, and a code stands late in the one place that has it: the text that tells it.
    for (const [place, canaries] of Object.entries({ stores: { ...PEOPLE, code }, commands: PEOPLE })) {
      const hidden = Object.entries(canaries).filter(([, canary]) => !left[place]?.includes(canary));
      expect({ place, hidden }).toEqual({ place, hidden: [] });
    }
    for (const dropped of DROPPED) expect(left.stores).not.toContain(dropped);
  });
});
