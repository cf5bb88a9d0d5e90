import { describe, expect, it } from '@jest/globals';
import { deskLine } from './desk-line.ts';
import { live, ONE, SECOND } from './live-talk.ts';

describe('an advocate’s text in the time to take it back', () => {
  it('leaves all the same when another takes the person over meanwhile', async () => {
    const { line, desk, talk, fence, ana, say } = await live();
    await say('Stay where you are', 'browser-1');
    await line.settle();
    await desk.release(ana, talk, { fence, to: 'queue', account: 'ben' });
    await line.settle();
    await line.take('ben');
    await line.wait(6 * SECOND, 'ana', 'ben');
    expect(line.sentTo(ONE)).toContain('Stay where you are');
    expect((await line.view('ben', talk)).deliveries['browser-1']?.state).toBe('accepted');
  });

  it('leaves before the goodbye when the conversation is closed meanwhile', async () => {
    const { line, desk, talk, fence, ana, say } = await live();
    await say('Call me any time', 'browser-1');
    await line.settle();
    await desk.close(ana, talk, { fence, kind: 'crisis', outcome: 'helped', hard: false });
    await line.settle();
    const before = line.sentTo(ONE).length;
    await line.wait(8 * SECOND, 'ana');
    expect(line.sentTo(ONE).slice(before)).toEqual(['Call me any time', expect.stringMatching(/closed/i)]);
  });

  it('never leaves when STOP comes meanwhile, also from whoever did not know of it yet', async () => {
    const { line, say, talk } = await live();
    await say('Hello', 'browser-1');
    await line.settle();
    await line.post(ONE, 'STOP');
    await say('Are you there', 'browser-2');
    await line.wait(8 * SECOND, 'ana');
    expect(line.sentTo(ONE)).not.toContain('Hello');
    expect(line.sentTo(ONE)).not.toContain('Are you there');
    expect((await line.view('sue', talk)).deliveries).toMatchObject({
      'browser-1': { state: 'dropped' },
      'browser-2': { state: 'dropped' },
    });
  });
});

describe('somebody in danger who sends two texts at once', () => {
  it('rings, though the second is thought about before the desk has heard of the first', async () => {
    const line = deskLine();
    const before = await line.events.last();
    line.once('think:before-commit', () => line.post(ONE, 'please hurry'));
    await line.text(ONE, 'he is home and has a gun');
    expect(JSON.stringify(await line.events.since(before, 100))).toContain('"ring":true');
  });
});
