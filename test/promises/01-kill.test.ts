import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundText } from '../../src/emulator/messages.ts';
import { seededRandom } from '../../src/emulator/seeded-random.ts';
import type { KillLabel } from '../../src/hotline/ports.ts';
import type { LineProcess } from '../support/line-process.ts';
import { oidsOf } from '../support/oids.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';
import { until } from '../support/until.ts';

/** All but the sweep's, which no webhook reaches, in three groups that are tried one after the other. */
const ON_THE_WAY: Record<Exclude<KillLabel, 'sweep:before-store'>, 'in' | 'thought' | 'out'> = {
  'accept:received': 'in',
  'accept:before-store': 'in',
  'accept:after-store': 'in',
  'accept:before-answer': 'in',
  'think:leased': 'thought',
  'think:before-commit': 'thought',
  'think:after-commit': 'thought',
  'effect:before-apply': 'thought',
  'effect:after-apply': 'thought',
  'deliver:before-post': 'out',
  'deliver:after-post': 'out',
  'deliver:before-settle': 'out',
  'deliver:after-settle': 'out',
};
const labelsOf = (group: string) =>
  Object.entries(ON_THE_WAY).flatMap(([label, where]) => (where === group ? [label as KillLabel] : []));
const TEXTS_EACH = 3;
const SEED = randomInt(2 ** 31);

describe('1: kill -9 at any point between first byte and 200, message lost 0, doubled 0', () => {
  let real: RealLine;
  let survivor: LineProcess;
  let phones = 0;
  const phone = () => `+1555555${1_000 + ++phones}`;

  beforeAll(async () => {
    real = await startRealLine({ leaseMs: 1_000, postTimeoutMs: 500 });
    survivor = real.lines[0] as LineProcess;
  });
  afterAll(() => real.stop());

  const expectHeardOnce = async (texts: readonly InboundText[]) => {
    for (const from of new Set(texts.map((text) => text.from))) {
      const sent = real.emulator.ledger.textsFrom(from);
      for (const { webhook } of sent) expect(webhook).not.toBe('failed');
      expect((await real.heard(from)).sort()).toEqual(sent.map(({ body }) => body).sort());
      const answers = oidsOf(real.emulator.ledger.sentTo(from));
      expect(answers.length).toBeGreaterThan(0);
      expect(new Set(answers).size).toBe(answers.length);
    }
  };

  describe.each(['in', 'thought', 'out'])('on its way: %s', (group) => {
    const victims = new Map<KillLabel, { line: LineProcess; texts: InboundText[] }>();

    /** One process dies at each label, all at once; what they leave is one survivor's to finish. */
    beforeAll(async () => {
      const labels = labelsOf(group);
      const lines = await Promise.all(labels.map((label) => real.start({ killAt: { label, nth: 1 } })));
      const sending = lines.map(async (line, index) => {
        real.sendTo(line);
        const texts = Array.from({ length: TEXTS_EACH }, (_, n) =>
          real.emulator.text({ from: phone(), body: `he has a knife ${n}` }),
        );
        victims.set(labels[index] as KillLabel, { line, texts: await Promise.all(texts) });
      });
      real.sendTo(survivor);
      await Promise.all(sending);
      await real.rest();
      // On a busy machine another process may be quicker at what this one took: it is given more until it is dead.
      for (const { line, texts } of victims.values()) {
        while (line.alive) {
          real.sendTo(line);
          const more = real.emulator.text({ from: phone(), body: 'he has a knife again' });
          real.sendTo(survivor);
          texts.push(await more);
          await real.rest();
        }
      }
    });

    it.each(labelsOf(group))('killed at %s', async (label) => {
      const victim = victims.get(label);
      expect(await victim?.line.ended).toMatchObject({ signal: 'SIGKILL' });
      expect(victim?.texts.length).toBeGreaterThanOrEqual(TEXTS_EACH);
      await expectHeardOnce(victim?.texts ?? []);
    });
  });

  it('killed at sweep:before-store', async () => {
    const text = await real.emulator.text({ from: phone(), body: 'nobody told you of this', drop: true });
    await real.forward(30_000);
    const victim = await real.start({ killAt: { label: 'sweep:before-store', nth: 1 } });
    // The minute between two sweeps is over for Redis too.
    await real.data.client.del('line:duty:sweep');
    await expect(victim.sweep()).rejects.toThrow();
    expect(await victim.ended).toMatchObject({ signal: 'SIGKILL' });
    // Which of the survivor's sweeps finds it is all one: its own of that minute, or a second after a slow list.
    await until('the survivor has found it', async () => {
      await real.data.client.del('line:duty:sweep');
      await survivor.sweep();
      return (await real.heard(text.from)).length > 0;
    });
    await real.rest();
    await expectHeardOnce([text]);
  });

  it(`killed from outside at any moment, seed ${SEED}`, async () => {
    const random = seededRandom(SEED);
    const crowd = Array.from({ length: 30 }, phone);
    const texts: InboundText[] = [];
    for (const victim of await Promise.all([real.start(), real.start()])) {
      real.sendTo(victim, survivor);
      const before = real.emulator.ledger.counts.webhooksDelivered;
      const sending = crowd.map((from) => real.emulator.text({ from, body: `text ${texts.length} of ${from}` }));
      // Some of what it has in hand is stored then, some thought about, some on its way out.
      const early = Math.floor(random() * crowd.length * 0.8);
      await until('texts are under way', () => real.emulator.ledger.counts.webhooksDelivered > before + early);
      await victim.kill();
      texts.push(...(await Promise.all(sending)));
    }
    await real.rest();
    await expectHeardOnce(texts);
  });
});
