import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type LineHere, startLineHere } from '../support/line-here.ts';

const MINUTE = 60_000;
const PHONE = '+15555550115';
const { phone: hotlinePhone } = parse(readFileSync('flows/profile.yaml', 'utf8'));

describe('15: nobody waits in silence', () => {
  let here: LineHere;

  beforeEach(async () => {
    here = await startLineHere();
  });
  afterEach(() => here.stop());

  it('says honestly within a minute that nobody is there yet, at most twice, with the number to call', async () => {
    await here.emulator.text({ from: PHONE, body: 'hello' });
    await here.settle();
    await here.emulator.text({ from: PHONE, body: 'I want to talk to a person' });
    await here.settle();
    const asked = here.sentTo(PHONE);
    expect(asked.at(-1)).toContain(hotlinePhone);

    await here.forward(MINUTE);
    const [first, ...tooMany] = here.sentTo(PHONE).slice(asked.length);
    expect(first).toContain(hotlinePhone);
    expect(first).not.toBe(asked.at(-1));
    expect(tooMany).toEqual([]);

    for (let minute = 1; minute <= 60; minute++) await here.forward(MINUTE);
    const notices = here.sentTo(PHONE).slice(asked.length);
    expect(notices).toHaveLength(2);
    for (const notice of notices) expect(notice).toContain(hotlinePhone);
    expect((await here.lane(PHONE)).mode).toBe('waiting');
  });

  it('does not promise help to someone who waits and whose phone has gone quiet', async () => {
    await here.emulator.text({ from: PHONE, body: 'I want to talk to a person' });
    await here.settle();
    await here.forward(20 * MINUTE);
    expect(here.sentTo(PHONE)).toHaveLength(1);
    expect((await here.lane(PHONE)).card).toMatchObject({ status: 'waiting', silentSince: expect.any(Number) });
  });
});
