import { describe, expect, it } from '@jest/globals';
import { live, MINUTE, ONE, SECOND, TWO } from './live-talk.ts';

describe('the index', () => {
  it('that lost somebody is shown them again by their lane', async () => {
    const { line, desk, talk, sue } = await live();
    const [entry] = await line.index.list();
    if (entry === undefined) throw new Error('Nobody is shown.');
    await line.index.put(entry.ref, entry.version, { talk });
    await line.index.put(entry.ref, entry.version + 0.5, { talk });
    expect((await desk.queue(sue)).live).toEqual([]);
    await line.watch.look();
    await line.watch.scan();
    expect(line.watch.ownerless).toBe(1);
    await line.settle();
    expect((await desk.queue(sue)).live).toMatchObject([{ talk, owner: { id: 'ana' } }]);
    await line.wait(10 * MINUTE, 'ana');
    await line.watch.scan();
    expect(line.watch.ownerless).toBe(0);
  });

  it('that was lost as a whole is made again at once, also of whoever opted out in danger', async () => {
    const { line, desk, talk, sue } = await live();
    await line.text(TWO, 'he has a gun');
    await line.text(TWO, 'STOP');
    await line.wait(SECOND, 'ana');
    line.loseIndex();
    expect((await desk.queue(sue)).optedOut).toEqual([]);
    await line.wait(20 * SECOND, 'ana');
    expect(await desk.queue(sue)).toMatchObject({
      live: [{ talk, owner: { id: 'ana' } }],
      optedOut: [{ alerts: expect.arrayContaining(['opted-out']) }],
    });
  });

  it('that shows somebody who is not there any more, or with another, is put right', async () => {
    const { line, desk, talk, fence, ana, sue } = await live();
    await line.wait(SECOND, 'ana');
    const [shown] = await line.index.list();
    if (shown === undefined) throw new Error('Nobody is shown.');
    await desk.close(ana, talk, { fence, kind: 'information', outcome: 'helped', hard: false });
    await line.settle();
    // It was brought back from before.
    line.loseIndex();
    await line.index.put(shown.ref, shown.version, { talk, card: shown.card });
    expect((await desk.queue(sue)).live).toHaveLength(1);
    await line.watch.scan();
    await line.settle();
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('shows nobody whose key was destroyed', async () => {
    const { line, desk, talk, sue } = await live();
    await line.line.vault.destroy([talk]);
    const [shown] = await line.index.list();
    if (shown === undefined) throw new Error('Nobody is shown.');
    await line.line.commands.tell(shown.ref, talk, { kind: 'show' });
    await line.settle();
    expect((await desk.queue(sue)).live).toEqual([]);
    await line.text(ONE, 'hi');
    await line.wait(3 * SECOND);
    expect(line.sentTo(ONE)).toHaveLength(2);
  });

  it('that shows somebody as talked with by nobody lets them wait again', async () => {
    const { line, desk, talk, sue } = await live();
    await line.wait(SECOND, 'ana');
    const [shown] = await line.index.list();
    if (shown === undefined) throw new Error('Nobody is shown.');
    const { owner: _, ...unowned } = JSON.parse(shown.card);
    await line.index.put(shown.ref, shown.version + 0.5, { talk, card: JSON.stringify(unowned) });
    await line.wait(6 * SECOND, 'ana');
    expect(await desk.queue(sue)).toMatchObject({ live: [], waiting: [{ talk, alerts: ['owner-gone'] }] });
  });
});
