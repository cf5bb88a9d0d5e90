import { describe, expect, it } from '@jest/globals';
import { deskLine } from './desk-line.ts';
import { live, ONE, SECOND, TWO } from './live-talk.ts';

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

describe('a text that comes while somebody is let go', () => {
  it.each([
    ['closing', 'close', { kind: 'information', outcome: 'helped', hard: true }],
    ['giving back to the bot', 'release', { to: 'bot' }],
  ] as const)('is seen by a human first: %s waits', async (_, order, how) => {
    const { line, desk, talk, fence, ana, say } = await live();
    await say('Anything else?', 'browser-1');
    await line.wait(6 * SECOND, 'ana');
    await line.post(ONE, 'he is back and has a gun');
    expect(await desk[order](ana, talk, { fence, ...how } as never)).toEqual({ outcome: 'done' });
    await line.settle();
    const view = await line.view('ana', talk);
    expect(view.card).toMatchObject({ status: 'live', priority: 'red', alerts: ['text-while-leaving'] });
    expect(JSON.stringify(view.entries)).not.toMatch(/"(close|release)/);
  });

  it('keeps the person when the console had not shown it yet', async () => {
    const { line, desk, talk, fence, ana } = await live();
    const seen = (await line.view('ana', talk)).card.lastTextAt;
    await line.text(ONE, 'one more thing');
    const close = { fence, kind: 'information', outcome: 'helped', hard: false } as const;
    expect(await desk.close(ana, talk, { ...close, seen })).toEqual({ outcome: 'stale' });
    expect(await desk.release(ana, talk, { fence, to: 'bot', seen })).toEqual({ outcome: 'stale' });
    const shown = (await line.view('ana', talk)).card.lastTextAt;
    expect(await desk.close(ana, talk, { ...close, seen: shown })).toEqual({ outcome: 'done' });
    await line.settle();
    expect((await line.view('sue', talk)).card.status).toBe('closed');
  });

  it('of somebody who had opted out, and has texted START, keeps them on the desk', async () => {
    const { line, desk, talk, ana } = await live();
    await line.text(ONE, 'STOP');
    const item = { kind: 'close', advocate: 'ana', disposition: 'crisis.no-answer', optedOut: true } as const;
    expect((await line.view('ana', talk)).card.status).toBe('opted-out');
    const [entry] = await line.index.list();
    if (entry === undefined) throw new Error('Nobody is shown.');
    await line.post(ONE, 'START');
    await line.line.commands.tell(entry.ref, talk, item);
    await line.settle();
    const { waiting } = await desk.queue(ana);
    expect(waiting).toMatchObject([{ alerts: expect.arrayContaining(['started-again', 'text-while-leaving']) }]);
  });
});

describe('an answer given while the desk takes somebody back for want of one', () => {
  it('came first: they stay', async () => {
    const { line, talk, fence, say } = await live();
    await line.wait(110 * SECOND, 'ana');
    const [entry] = await line.index.list();
    if (entry === undefined) throw new Error('Nobody is shown.');
    await say('I am here', 'browser-1');
    const release = { kind: 'release', to: 'queue', why: 'unanswered' } as const;
    await line.line.commands.command({ ref: entry.ref, advocate: 'ana', fence }, release);
    await line.wait(6 * SECOND, 'ana');
    expect((await line.view('ana', talk)).card.status).toBe('live');
    expect(line.sentTo(ONE)).toContain('I am here');
  });
});

describe('one id', () => {
  it('in two conversations is a text in each', async () => {
    const { line, desk, ana, say } = await live();
    await line.text(TWO, 'talk to a person');
    const other = await line.take('ana');
    await say('To the first', 'browser-1');
    await desk.say(ana, other.talk, { id: 'browser-1', fence: other.fence, text: 'To the second', confirmed: [] });
    await line.wait(6 * SECOND, 'ana');
    expect([line.sentTo(ONE).at(-1), line.sentTo(TWO).at(-1)]).toEqual(['To the first', 'To the second']);
  });
});

describe('numbers', () => {
  it('are revealed twenty times an hour, and no more', async () => {
    const { line, desk, talk, ana } = await live();
    for (let n = 0; n < 20; n++) {
      expect(await desk.reveal(ana, talk, { reason: 'to call back' })).toMatchObject({ outcome: 'done', number: ONE });
    }
    expect(await desk.reveal(ana, talk, { reason: 'to call back' })).toEqual({ outcome: 'too-many' });
    line.clock.time += 3_600_000;
    expect(await desk.reveal(ana, talk, { reason: 'to call back' })).toMatchObject({ outcome: 'done' });
  });
});

describe('a supervisor who hands on', () => {
  it('whom somebody else took a moment before hears so', async () => {
    const { line, desk, talk, fence, ana, sue } = await live();
    line.beforeCommand(async () => {
      await desk.release(ana, talk, { fence, to: 'queue' });
      await line.settle();
      await line.take('ben');
    });
    expect(await desk.reassign(sue, talk, { account: 'ana' })).toEqual({ outcome: 'not-owner' });
    expect((await line.view('ben', talk)).fence).toBeDefined();
  });
});

describe('whoever has everything deleted', () => {
  it('leaves nothing beside earlier conversations either, and no card', async () => {
    const { line, desk, talk, fence, ana, say } = await live();
    await say('Hello', 'browser-1');
    await desk.note(ana, talk, { text: 'has a sister' });
    await desk.draft(ana, talk, { text: 'half a thought' });
    await line.wait(6 * SECOND, 'ana');
    await desk.close(ana, talk, { fence, kind: 'information', outcome: 'helped', hard: false });
    await line.settle();
    await line.text(ONE, 'hi again');
    await line.wait(3 * SECOND, 'ana');
    await line.text(ONE, 'delete everything');
    await line.wait(3 * SECOND, 'ana');
    await line.text(ONE, '1');
    await line.wait(10 * SECOND, 'ana');
    expect([await line.papers.notes(talk), await line.papers.draft(talk, 'ana')]).toEqual([[], undefined]);
    expect(await line.desk.view(line.who('sue'), talk, { after: 0, language: 'en' })).toBeUndefined();
    expect(await line.index.list()).toEqual([]);
  });
});
