import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LineHere, startLineHere } from '../support/line-here.ts';
import { until } from '../support/until.ts';

const PHONES = Array.from({ length: 40 }, (_, n) => `+155555540${String(n).padStart(2, '0')}`);

describe('a store that dies under a running line', () => {
  let here: LineHere;

  beforeEach(async () => {
    // Twilio gives up sooner than the server is back, so that some texts fail for good.
    here = await startLineHere({ emulator: { webhookUrl: 'https://line.example.org/twilio/sms#rp=all&rc=1' } });
  });
  afterEach(() => here.stop());

  const ready = async () => (await fetch(`${here.running.url}/readyz`)).status === 200;

  it.each(['data', 'keys'] as const)(
    'SIGKILL of the private server of %s: nothing accepted is lost, and the line recovers by itself',
    async (name) => {
      const pid = await here.serverPid(name);
      expect(await ready()).toBe(true);
      const seen: boolean[] = [];
      const texts = PHONES.map(async (from, n) => {
        await until('its turn', () => here.emulator.ledger.texts().length >= n);
        if (n === 20) {
          process.kill(pid, 'SIGKILL');
          seen.push(await ready());
        }
        return here.emulator.text({ from, body: 'hello' });
      });
      const all = await Promise.all(texts);
      await until('the line is ready again', ready);
      // A question to the key store waits until it is back; one to the data store is refused at once.
      expect(seen).toEqual([name === 'keys']);
      expect(await here.serverPid(name)).not.toBe(pid);

      const taken = all.filter(({ webhook }) => webhook === 'delivered').map(({ from }) => from);
      expect(taken.length).toBeGreaterThan(15);
      await until('every text that was answered with 200 has its answer', () =>
        taken.every((phone) => here.sentTo(phone).length >= 1),
      );
      // What failed is found by the sweep.
      await here.forward(60_000);
      await here.sweep();
      await here.settle();
      for (const phone of PHONES) expect([phone, here.sentTo(phone).length]).toEqual([phone, 1]);
    },
  );
});
