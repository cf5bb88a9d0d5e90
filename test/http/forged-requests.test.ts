import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Call, FORM, type Served, serveApp } from './support/serve-app.ts';
import { inboundForm, MESSAGE_SID, PUBLIC_URL, signed, statusForm, TOKEN } from './support/twilio-request.ts';

const SMS_URL = `${PUBLIC_URL}/twilio/sms`;
const RUNS = { numRuns: 120 };

let line: Served;
beforeAll(async () => {
  line = await serveApp();
  await line.text();
  await line.status('out-1');
});
afterAll(() => line.close());

/** The request changes nothing, and the line lives. Answers the status. */
async function changesNothing(call: Call): Promise<number> {
  const before = line.state();
  const { status } = await line.call({ ...call, headers: { ...FORM, ...call.headers } });
  expect(line.state()).toBe(before);
  expect(status).not.toBe(500);
  return status;
}

const freshForm = fc
  .record({ Body: fc.string({ unit: 'binary', maxLength: 200 }), sid: fc.stringMatching(/^[0-9a-f]{32}$/) })
  .filter(({ sid }) => !MESSAGE_SID.endsWith(sid))
  .map(({ Body, sid }) => inboundForm({ Body, MessageSid: `SM${sid}` }));
const encode = (form: Record<string, string>) => new URLSearchParams(form).toString();

describe('promise 18: what changes nothing', () => {
  it('a fresh text does change something, or the rest would prove nothing', async () => {
    const other = await serveApp();
    const before = other.state();
    await other.text();
    expect(other.state()).not.toBe(before);
    await other.close();
  });

  it('forged: any signature that the token did not make', async () => {
    const forged = fc.oneof(
      fc.base64String({ maxLength: 40 }),
      fc.stringMatching(/^[!-~]{0,60}$/),
      fc
        .stringMatching(/^[!-~]{32}$/)
        .map((token) => signed(SMS_URL, inboundForm(), `x${token}`)['x-twilio-signature']),
    );
    await fc.assert(
      fc.asyncProperty(freshForm, forged, async (form, signature) => {
        const call = { path: '/twilio/sms', body: encode(form), headers: { 'x-twilio-signature': signature } };
        expect(await changesNothing(call)).toBe(403);
      }),
      RUNS,
    );
  });

  it('tampered: one value changed after signing', async () => {
    await fc.assert(
      fc.asyncProperty(
        freshForm,
        fc.constantFrom(...Object.keys(inboundForm())),
        fc.string({ minLength: 1 }),
        async (form, key, more) => {
          const changed = { ...form, [key]: form[key] + more };
          const call = { path: '/twilio/sms', body: encode(changed), headers: signed(SMS_URL, form) };
          expect(await changesNothing(call)).toBe(403);
        },
      ),
      RUNS,
    );
  });

  it('replayed: the same request any number of times, with any other headers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.stringMatching(/^[!-~]{1,30}$/), async (times, token) => {
        for (let index = 0; index < times; index += 1) {
          const headers = { ...signed(SMS_URL, inboundForm()), 'i-twilio-idempotency-token': token };
          expect(await changesNothing({ path: '/twilio/sms', body: encode(inboundForm()), headers })).toBe(200);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('re-pathed: signed for any other address, or sent to any other', async () => {
    const addresses = fc
      .oneof(
        fc.webUrl({ withQueryParameters: true }),
        fc.constantFrom('http://line.example.org/twilio/sms', `${PUBLIC_URL}/twilio/status?oid=out-1`, PUBLIC_URL),
        fc.stringMatching(/^[\w&=%-]{1,20}$/).map((query) => `${SMS_URL}?${query}`),
        fc.stringMatching(/^[\w/.-]{1,20}$/).map((path) => `${SMS_URL}/${path}`),
      )
      .filter((url) => url !== SMS_URL);
    await fc.assert(
      fc.asyncProperty(freshForm, addresses, async (form, url) => {
        const here = { path: '/twilio/sms', body: encode(form), headers: signed(url, form) };
        expect(await changesNothing(here)).toBe(403);
        const { pathname, search } = new URL(url);
        const there = { path: pathname + search, body: encode(form), headers: signed(url, form) };
        expect(await changesNothing(there)).toBeGreaterThanOrEqual(400);
      }),
      RUNS,
    );
  });

  it('re-split: the signed string cut anew between names and values never alters a text', async () => {
    const keys = Object.keys(inboundForm()).sort();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        fc.integer({ min: -12, max: 12 }),
        fc.boolean(),
        async (key, shift, glue) => {
          const original = inboundForm();
          const { 'x-twilio-signature': signature } = signed(SMS_URL, original);
          const form = glue ? glueNext(original, keys, key) : moveCut(original, key, shift);
          const call = { path: '/twilio/sms', body: encode(form), headers: { 'x-twilio-signature': signature } };
          expect([200, 400, 403]).toContain(await changesNothing(call));

          const fresh = await serveApp();
          try {
            await fresh.call({ ...call, headers: { ...FORM, ...call.headers } });
            for (const text of fresh.stored.values()) {
              expect(text).toEqual({
                sid: MESSAGE_SID,
                from: original.From,
                channel: 'sms',
                to: original.To,
                body: original.Body,
                media: [],
              });
            }
          } finally {
            await fresh.close();
          }
        },
      ),
      RUNS,
    );
  });

  it('oversized: too many bytes or too many parameters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 65_537, max: 300_000 }), fc.boolean(), async (size, chunked) => {
        const form = inboundForm({ Body: 'x'.repeat(size), MessageSid: `SM${'9'.repeat(32)}` });
        const headers: Record<string, string> = signed(SMS_URL, form);
        if (chunked) headers['transfer-encoding'] = 'chunked';
        expect(await changesNothing({ path: '/twilio/sms', body: encode(form), headers })).toBe(413);
      }),
      { numRuns: 20 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 201, max: 3_000 }), async (count) => {
        const more = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, '1']));
        const form = { ...inboundForm({ MessageSid: `SM${'9'.repeat(32)}` }), ...more };
        expect(await changesNothing({ path: '/twilio/sms', body: encode(form), headers: signed(SMS_URL, form) })).toBe(
          413,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('noise: any bytes under any content type', async () => {
    const types = fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded; charset=utf-16',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), types, async (bytes, type) => {
        const headers = { 'content-type': type, 'x-twilio-signature': 'forged' };
        const status = await changesNothing({ path: '/twilio/sms', body: Buffer.from(bytes), headers });
        expect([400, 403, 413, 415]).toContain(status);
      }),
      RUNS,
    );
  });

  it('status callbacks: forged, re-addressed to another id, or under an id that is none', async () => {
    const id = fc.oneof(fc.stringMatching(/^[\w-]{1,64}$/), fc.stringMatching(/^[!-~]{1,80}$/));
    await fc.assert(
      fc.asyncProperty(
        id.filter((oid) => oid !== 'out-1'),
        async (oid) => {
          const headers = signed(`${PUBLIC_URL}/twilio/status?oid=out-1`, statusForm());
          const path = `/twilio/status?oid=${encodeURIComponent(oid)}`;
          expect(await changesNothing({ path, body: encode(statusForm()), headers })).toBe(403);
          const wrongToken = signed(`${PUBLIC_URL}${path}`, statusForm(), `${TOKEN}x`);
          expect(await changesNothing({ path, body: encode(statusForm()), headers: wrongToken })).toBe(403);
        },
      ),
      RUNS,
    );
  });
});

/** A value swallows the next parameter, name and all: the signed string stays the same. */
function glueNext(form: Record<string, string>, keys: string[], key: string): Record<string, string> {
  const next = keys[keys.indexOf(key) + 1];
  if (next === undefined) return form;
  const { [next]: swallowed, ...rest } = form;
  return { ...rest, [key]: `${form[key]}${next}${swallowed}` };
}

/** Moves the cut between a name and its value: `Body`, `hello` becomes `Bodyhe`, `llo` or `Bo`, `dyhello`. */
function moveCut(form: Record<string, string>, key: string, shift: number): Record<string, string> {
  const { [key]: value = '', ...rest } = form;
  const whole = key + value;
  const at = Math.min(Math.max(key.length + shift, 1), whole.length);
  return { ...rest, [whole.slice(0, at)]: whole.slice(at) };
}
