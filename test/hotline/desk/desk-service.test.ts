import { describe, expect, it } from '@jest/globals';
import { deskLine, member } from './desk-line.ts';
import { live, MINUTE, ONE, TWO } from './live-talk.ts';

describe('the queue', () => {
  it('shows who waits with what an advocate must know, in no words of theirs', async () => {
    const line = deskLine();
    await line.text(ONE, 'he has a gun and he is outside my door, my name is Zelda');
    await line.desk.beat('ana');
    const queue = await line.desk.queue(line.who('ana'));
    expect(queue.counts.red).toEqual({ waiting: 1, longestMs: 0 });
    expect(queue).toMatchObject({
      onShift: 1,
      live: [],
      waiting: [{ priority: 'red', status: 'waiting', language: 'en' }],
    });
    expect(JSON.stringify(queue)).not.toMatch(/zelda|gun and/i);
  });

  it('gives the most urgent, and shows each advocate their own and a supervisor everybody’s', async () => {
    const line = deskLine();
    await line.text(ONE, 'talk to a person');
    await line.text(TWO, 'he has a gun');
    const { talk } = await line.take('ana');
    const [red] = (await line.desk.queue(line.who('ana'))).live;
    expect(red).toMatchObject({ talk, priority: 'red', owner: { id: 'ana', name: 'Ana' } });
    expect((await line.desk.queue(line.who('ben'))).live).toEqual([]);
    expect((await line.desk.queue(line.who('sue'))).live).toHaveLength(1);
  });

  it('gives nobody to whoever is not on shift or holds enough, and says when nobody waits', async () => {
    const line = deskLine([member('ana', { loadCap: 1 }), member('ben', { shift: 'break' })]);
    expect(await line.desk.next(line.who('ana'))).toEqual({ outcome: 'not-waiting' });
    await line.text(ONE, 'talk to a person');
    await line.text(TWO, 'talk to a person');
    expect(await line.desk.next(line.who('ben'))).toEqual({ outcome: 'not-on-shift' });
    await line.take('ana');
    expect(await line.desk.next(line.who('ana'))).toEqual({ outcome: 'load-cap' });
  });

  it('rings once for somebody who comes in red, and says nothing but that', async () => {
    const line = deskLine();
    await line.text(ONE, 'he has a gun');
    await line.text(ONE, 'please');
    const told = await line.events.since('0-0', 100);
    if (told === 'gone') throw new Error('It is kept.');
    expect(told.map(({ event }) => event)).toMatchObject([
      { type: 'card', ring: true, version: 1 },
      { type: 'card', version: 2 },
    ]);
    expect(told.filter(({ event }) => 'ring' in event)).toHaveLength(1);
  });

  it('does not wait for whoever speaks the language and can take nobody more', async () => {
    const line = deskLine([member('ana'), member('eva', { languages: ['es'], loadCap: 1 })]);
    for (const id of ['ana', 'eva']) await line.desk.beat(id);
    await line.text(ONE, 'quiero hablar con una persona');
    await line.text(TWO, 'quiero hablar con una persona');
    expect((await line.desk.next(line.who('ana'))).outcome).toBe('not-waiting');
    await line.take('eva');
    await line.desk.beat('eva');
    expect((await line.desk.next(line.who('ana'))).outcome).toBe('done');
  });

  it('counts everybody who can be handed a conversation with what they hold', async () => {
    const { desk } = await live();
    expect(await desk.colleagues()).toMatchObject([
      { id: 'ana', talks: 1, present: true },
      { id: 'ben', talks: 0, present: true },
      { id: 'sue', talks: 0, present: true },
    ]);
  });
});

describe('a conversation', () => {
  it('is shown with its card, its transcript, and what the bot asked and heard', async () => {
    const line = deskLine();
    await line.text(ONE, 'hi');
    await line.text(ONE, '1');
    await line.text(ONE, '1');
    const { talk, fence } = await line.take('ana');
    const view = await line.view('ana', talk);
    expect(view).toMatchObject({
      fence,
      card: { status: 'live', priority: 'red' },
      draft: '',
      notes: [],
      legalHold: false,
    });
    expect(view.handoff).toMatchObject({ danger: 'imminent', optedOut: false, earlier: [] });
    expect(view.handoff.answers).toContainEqual({
      name: 'safe',
      question: expect.stringMatching(/safe/i),
      value: 'yes',
    });
    expect(view.entries.map(({ n }) => n)).toEqual(view.entries.map((_, n) => n));
    expect(view.entries[0]).toMatchObject({ kind: 'texter', text: 'hi', late: false });
    expect(view.entries).toContainEqual(
      expect.objectContaining({ kind: 'event', code: 'claim', by: { id: 'ana', name: 'Ana' } }),
    );
    const bot = view.entries.filter(({ kind }) => kind === 'bot') as { text: string }[];
    expect(bot[0]?.text).toMatch(/not 911/);
    expect((await line.view('ana', talk, view.next)).entries).toEqual([]);
  });

  it('is for whoever holds it and for supervisors, and for nobody else', async () => {
    const { line, desk, talk, ben, sue } = await live();
    const asked = { after: 0, language: 'en' };
    expect(await desk.view(ben, talk, asked)).toBeUndefined();
    expect(await desk.note(ben, talk, { text: 'mine now' })).toEqual({ outcome: 'gone' });
    expect(await desk.reveal(ben, talk, { reason: 'curious' })).toEqual({ outcome: 'gone' });
    expect(await desk.media(ben, talk, { n: 0, at: 0 })).toEqual({ outcome: 'gone' });
    expect(await desk.view(sue, talk, asked)).toMatchObject({ card: { owner: { id: 'ana' } } });
    expect((await line.view('sue', talk)).fence).toBeUndefined();
    expect(await desk.view(sue, 'no-such-talk', asked)).toBeUndefined();
  });

  it('names earlier conversations of the texter, which their advocate may read', async () => {
    const line = deskLine();
    await line.text(ONE, 'a question about the past');
    await line.wait(20 * MINUTE);
    await line.text(ONE, 'talk to a person');
    const { talk } = await line.take('ana');
    const { handoff } = await line.view('ana', talk);
    expect(handoff.earlier).toHaveLength(1);
    const before = handoff.earlier[0]?.talk ?? '';
    expect(await line.view('ana', before)).toMatchObject({
      card: { status: 'closed' },
      entries: expect.arrayContaining([expect.objectContaining({ text: 'a question about the past' })]),
    });
    expect(await line.desk.view(line.who('ben'), before, { after: 0, language: 'en' })).toBeUndefined();
  });
});
