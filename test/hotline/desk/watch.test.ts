import { describe, expect, it } from '@jest/globals';
import { deskLine, member } from './desk-line.ts';
import { live, MINUTE, ONE, SECOND, TWO } from './live-talk.ts';

const NOBODY_ON = /No one here can join right now.*call/;

describe('an advocate who vanishes', () => {
  it('gives the conversation back within 30 s, with all of it, and hears of it', async () => {
    const { line, desk, talk, fence, ana, ben, say } = await live();
    await line.wait(15 * SECOND, 'ana', 'ben');
    await say('I am here', 'browser-1');
    const before = await line.events.last();
    await line.wait(30 * SECOND, 'ben');
    expect(await desk.queue(ben)).toMatchObject({ waiting: [{ talk, alerts: ['owner-gone'] }], live: [] });
    expect(JSON.stringify(await line.events.since(before, 100))).toContain(talk);
    expect(await desk.say(ana, talk, { id: 'browser-2', fence, text: 'late', confirmed: [] })).toEqual({
      outcome: 'not-owner',
    });
    expect((await line.take('ben')).talk).toBe(talk);
    expect((await line.view('ben', talk)).entries).toContainEqual(expect.objectContaining({ text: 'I am here' }));
  });

  it('keeps it while the console gives a sign of life, also on a break', async () => {
    const { line, desk, sue, say } = await live();
    await say('I am here', 'browser-1');
    line.who('ana').shift = 'break';
    await line.wait(2 * MINUTE, 'ana');
    expect((await desk.queue(sue)).live).toHaveLength(1);
  });

  it.each([
    ['whose shift has ended', { shift: 'off' }],
    ['whose account was closed', { disabled: true }],
  ] as const)('%s gives it back too, though the console is open', async (_, change) => {
    const { line, desk, sue } = await live();
    await line.wait(11 * SECOND, 'ana');
    Object.assign(line.who('ana'), change);
    await line.wait(6 * SECOND, 'ana');
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('is not taken for gone in the first seconds after a start', async () => {
    const { line, desk, sue } = await live();
    await line.presence.left('ana');
    await line.wait(5 * SECOND);
    expect((await desk.queue(sue)).live).toHaveLength(1);
    await line.wait(10 * SECOND);
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('is counted until somebody has them', async () => {
    const { line } = await live();
    await line.presence.left('ana');
    await line.watch.look();
    expect(line.watch.ownerless).toBe(1);
    await line.wait(20 * SECOND, 'ben');
    expect(line.watch.ownerless).toBe(0);
  });
});

describe('somebody who was taken and hears nothing', () => {
  it('goes back to the queue after two minutes, and supervisors see why', async () => {
    const { line, desk, talk, sue } = await live();
    await line.wait(119 * SECOND, 'ana');
    expect((await desk.queue(sue)).live).toMatchObject([{ unansweredSince: expect.any(Number) }]);
    await line.wait(7 * SECOND, 'ana');
    expect(await desk.queue(sue)).toMatchObject({ live: [], waiting: [{ talk, alerts: ['unanswered'] }] });
  });

  it('stays where an advocate has written, and a supervisor is asked to look when the next answer is long in coming', async () => {
    const { line, desk, sue, say } = await live();
    await say('I am here', 'browser-1');
    await line.wait(10 * SECOND, 'ana');
    expect((await desk.queue(sue)).live[0]?.unansweredSince).toBeUndefined();
    await line.text(ONE, 'are you there');
    await line.wait(5 * MINUTE, 'ana');
    expect((await desk.queue(sue)).live).toMatchObject([{ attention: false, unansweredSince: expect.any(Number) }]);
    await line.wait(70 * SECOND, 'ana');
    expect((await desk.queue(sue)).live).toMatchObject([{ attention: true }]);
  });

  it('is nobody’s fault while the texter asked for silence', async () => {
    const { line, desk, sue } = await live();
    await line.text(ONE, 'hes back');
    await line.wait(10 * MINUTE, 'ana');
    expect((await desk.queue(sue)).live).toHaveLength(1);
  });
});

describe('nobody there', () => {
  it('is said at once, once and with the phone number', async () => {
    const line = deskLine();
    await line.text(ONE, 'talk to a person');
    await line.wait(6 * SECOND);
    expect(line.sentTo(ONE).filter((body) => NOBODY_ON.test(body))).toHaveLength(1);
    await line.wait(10 * MINUTE);
    const told = line.sentTo(ONE).filter((body) => /call \d/.test(body));
    expect(line.sentTo(ONE).filter((body) => NOBODY_ON.test(body))).toHaveLength(1);
    expect(told.length).toBeLessThanOrEqual(3);
    expect((await line.desk.queue(line.who('sue'))).waiting).toMatchObject([{ alerts: ['nobody-on'] }]);
  });

  it('in time is told by the first notice, and supervisors see it', async () => {
    const line = deskLine();
    await line.desk.beat('ana');
    await line.text(ONE, 'talk to a person');
    await line.wait(59 * SECOND, 'ana');
    expect((await line.desk.queue(line.who('sue'))).waiting[0]?.alerts).toEqual([]);
    await line.wait(10 * SECOND, 'ana');
    expect((await line.desk.queue(line.who('sue'))).waiting[0]?.alerts).toEqual(['nobody-on']);
    expect(line.sentTo(ONE).some((body) => NOBODY_ON.test(body))).toBe(false);
    expect(line.sentTo(ONE).at(-1)).toMatch(/still in line.*call/);
  });

  it('is not said to a phone in other hands, nor after a long silence', async () => {
    const line = deskLine();
    await line.text(ONE, 'talk to a person');
    await line.text(ONE, 'hes back');
    const before = line.sentTo(ONE).length;
    await line.wait(20 * MINUTE);
    expect(line.sentTo(ONE)).toHaveLength(before);
  });

  it('calls the staff on call, once an hour for each conversation, without a detail', async () => {
    const [NUMBER, STOPPED] = ['+15555550190', '+15555550191'];
    const line = deskLine([
      member('ana', { onCallNumber: NUMBER, shift: 'off' }),
      member('eva', { onCallNumber: STOPPED, shift: 'off', language: 'es' }),
      member('old', { onCallNumber: '+15555550192', disabled: true }),
    ]);
    await line.text(STOPPED, 'STOP');
    const before = line.posts.length;
    await line.text(ONE, 'he has a gun, my name is Zelda');
    await line.wait(10 * MINUTE);
    const called = line.posts.slice(before).filter(({ to }) => to !== ONE);
    expect(called).toEqual([
      expect.objectContaining({ to: NUMBER, body: expect.stringMatching(/someone is waiting.*STOP/) }),
    ]);
    expect(called[0]?.body).not.toMatch(/gun|Zelda|555/);
    await line.text(TWO, 'talk to a person');
    await line.wait(6 * SECOND);
    expect(line.sentTo(NUMBER)).toHaveLength(2);
    await line.text(ONE, 'please');
    await line.wait(60 * MINUTE);
    expect(line.sentTo(NUMBER).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the index', () => {
  it('that lost somebody is shown them again by their lane', async () => {
    const { line, desk, talk, sue } = await live();
    const [entry] = await line.index.list();
    if (entry === undefined) throw new Error('Nobody is shown.');
    await line.index.put(entry.ref, entry.version, { talk });
    await line.index.put(entry.ref, entry.version + 0.5, { talk });
    expect((await desk.queue(sue)).live).toEqual([]);
    await line.watch.scan();
    expect(line.watch.ownerless).toBe(1);
    await line.settle();
    expect((await desk.queue(sue)).live).toMatchObject([{ talk, owner: { id: 'ana' } }]);
    await line.wait(10 * MINUTE, 'ana');
    await line.watch.scan();
    expect(line.watch.ownerless).toBe(0);
  });
});
