import { describe, expect, it } from '@jest/globals';
import { takeOver } from '../../../src/hotline/desk/take-over.ts';
import { live, ONE } from './live-talk.ts';

describe('a supervisor who takes over', () => {
  it('has the person, and the advocate has them no more', async () => {
    const { line, desk, talk, sue, say } = await live();
    const taken = await takeOver(desk, sue, talk);
    expect(taken).toMatchObject({ outcome: 'done' });
    await line.settle();
    expect((await line.view('sue', talk)).card.owner).toEqual({ id: 'sue', name: 'Sue' });
    expect(await say('I am still here.', 'message-1')).toEqual({ outcome: 'not-owner' });
  });

  it('moves nobody when they could not hold them', async () => {
    const { line, desk, talk, sue } = await live();
    expect(await takeOver(desk, { ...sue, shift: 'break' }, talk)).toEqual({ outcome: 'not-on-shift' });
    expect(await takeOver(desk, { ...sue, loadCap: 0 }, talk)).toEqual({ outcome: 'load-cap' });
    await line.settle();
    expect((await line.view('sue', talk)).card.owner).toEqual({ id: 'ana', name: 'Ana' });
  });

  it('takes whoever still waits, and finds nobody where nobody is', async () => {
    const { line, desk, talk, fence, ana, sue } = await live();
    await desk.release(ana, talk, { fence, to: 'queue' });
    await line.settle();
    expect(await takeOver(desk, sue, talk)).toMatchObject({ outcome: 'done' });
    expect(await takeOver(desk, sue, 'talk-of-nobody')).toEqual({ outcome: 'gone' });
    expect(line.sentTo(ONE)).not.toEqual([]);
  });
});
