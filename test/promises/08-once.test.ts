import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/faults.ts';
import type { KillLabel } from '../../src/hotline/ports.ts';
import { oidsOf } from '../support/oids.ts';
import { type RealLine, startRealLine } from '../support/real-line.ts';

const LABELS: KillLabel[] = ['deliver:before-post', 'deliver:after-post', 'deliver:before-settle'];
const PROOFS: [string, Fault][] = [
  ['a callback', {}],
  ['the list alone', { callbacks: 'none' }],
];
const TROUBLES: NonNullable<Fault['post']>[] = [
  'accept-then-hang',
  'accept-then-reset',
  'accept-then-refuse',
  'hang',
  'reset',
  'refuse',
];

describe('8: a reply is sent at least once, and exactly once whenever callback or list can prove it', () => {
  let real: RealLine;
  let phones = 0;
  const phone = () => `+1555555${1_000 + ++phones}`;
  const sentTo = (to: string) => real.emulator.ledger.sentTo(to);

  beforeAll(async () => {
    real = await startRealLine({ leaseMs: 1_000, postTimeoutMs: 400 });
  });
  afterAll(() => real.stop());

  const expectOnce = (to: string) => {
    expect(sentTo(to)).toHaveLength(1);
    expect(oidsOf(sentTo(to))[0]).toMatch(/^[\w-]{16}$/);
  };

  describe.each(LABELS)('killed at %s', (label) => {
    it.each(PROOFS)('proved by %s', async (_, fault) => {
      const survivors = real.lines.filter(({ alive }) => alive);
      const victim = await real.start({ killAt: { label, nth: 1 } });
      const texted: string[] = [];
      // On a busy machine the others may be quicker to answer one, and it is given the next.
      while (victim.alive) {
        const from = phone();
        texted.push(from);
        real.emulator.faults.to(from, fault);
        real.sendTo(victim);
        const text = real.emulator.text({ from, body: 'hello' });
        real.sendTo(...survivors);
        await text;
        await real.rest();
      }
      expect(await victim.ended).toMatchObject({ signal: 'SIGKILL' });
      for (const from of texted) expectOnce(from);
    });
  });

  it.each(PROOFS)('whatever becomes of the POST, proved by %s', async (_, fault) => {
    real.sendTo();
    const crowd = TROUBLES.map((post) => {
      const from = phone();
      real.emulator.faults.to(from, { ...fault, post, ...(post.endsWith('refuse') && { httpStatus: 503 }) });
      return from;
    });
    await Promise.all(crowd.map((from) => real.emulator.text({ from, body: 'hello' })));
    // The first POST meets the trouble; what follows is up to the line.
    await Promise.all(crowd.map((from) => posted(from, 1)));
    for (const from of crowd) real.emulator.faults.to(from, fault);
    await real.rest();
    for (const from of crowd) expectOnce(from);
  });

  it('an equal text that was sent just before does not pass for the one that was lost', async () => {
    const from = phone();
    await real.emulator.text({ from, body: 'HELP' });
    await real.emulator.ledger.until(() => sentTo(from).length === 1);
    await real.rest();
    real.emulator.faults.to(from, { post: 'hang' });
    await real.emulator.text({ from, body: 'HELP' });
    await posted(from, 2);
    real.emulator.faults.to(from, null);
    await real.rest();
    expect(sentTo(from)).toHaveLength(2);
    expect(sentTo(from)[1]?.body).toBe(sentTo(from)[0]?.body);
  });

  it('a safety reply that nothing can prove is rather doubled than lost', async () => {
    const from = phone();
    real.emulator.faults.listLagMs = 3_600_000;
    real.emulator.faults.to(from, { post: 'accept-then-hang', callbacks: 'none' });
    await real.emulator.text({ from, body: 'he has a knife' });
    await posted(from, 1);
    real.emulator.faults.clear();
    await real.rest();
    expect(sentTo(from).length).toBeGreaterThanOrEqual(1);
    expect(sentTo(from)[0]?.status).toBe('delivered');
  });

  /** Resolves when so many POSTs for a phone have reached the provider, whatever it did with them. */
  function posted(to: string, count: number): Promise<void> {
    const { ledger } = real.emulator;
    return ledger.until(
      () => sentTo(to).length + ledger.refusals().filter((refusal) => refusal.to === to).length >= count,
    );
  }
});
