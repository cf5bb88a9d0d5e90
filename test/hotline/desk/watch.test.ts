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
    await line.wait(12 * SECOND);
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

describe('after the store was away, or this process stood still', () => {
  it('nobody is taken from anybody, nor told that nobody is there, until the consoles can have come back', async () => {
    const { line, desk, sue, say } = await live();
    await line.text(TWO, 'talk to a person');
    await say('I am here', 'browser-1');
    await line.wait(15 * SECOND, 'ana', 'ben');
    line.setAway(true);
    await expect(line.watch.look()).rejects.toThrow();
    line.clock.time += 25 * SECOND;
    await expect(line.watch.look()).rejects.toThrow();
    line.setAway(false);
    await line.wait(4 * SECOND);
    expect(await desk.queue(sue)).toMatchObject({ live: [{}], waiting: [{ alerts: [] }] });
    await line.wait(8 * SECOND, 'ana', 'ben');
    expect((await desk.queue(sue)).live).toHaveLength(1);
    expect(line.sentTo(TWO).filter((body) => NOBODY_ON.test(body))).toEqual([]);
    line.clock.time += 60 * SECOND;
    await line.wait(4 * SECOND);
    expect((await desk.queue(sue)).live).toHaveLength(1);
    await line.wait(12 * SECOND);
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('and after the clock was set back, whoever is gone is still missed', async () => {
    const { line, desk, sue } = await live();
    await line.wait(15 * SECOND, 'ana');
    line.clock.time -= 60 * MINUTE;
    await line.presence.left('ana');
    await line.wait(15 * SECOND);
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('the gauge says that nobody looks, and not that all is well', async () => {
    const { line } = await live();
    expect(line.watch.ownerless).toBeNaN();
    await line.wait(2 * SECOND, 'ana');
    expect(line.watch.ownerless).toBe(0);
    line.clock.time += 31 * SECOND;
    expect(line.watch.ownerless).toBeNaN();
  });
});

describe('an advocate who lost the role', () => {
  it('holds nobody any more, though the console is open', async () => {
    const { line, desk, sue } = await live();
    await line.wait(11 * SECOND, 'ana');
    line.who('ana').roles = ['operator'];
    await line.wait(6 * SECOND, 'ana');
    expect((await desk.queue(sue)).live).toEqual([]);
  });

  it('is nobody who is there: whoever waits hears so', async () => {
    const line = deskLine([member('ola', { roles: ['operator'] })]);
    await line.text(ONE, 'talk to a person');
    await line.wait(12 * SECOND, 'ola');
    expect(line.sentTo(ONE).filter((body) => NOBODY_ON.test(body))).toHaveLength(1);
  });
});

describe('staff on call', () => {
  const NUMBER = '+15555550190';

  it('hear once of somebody whose text came too late to be answered, who hears nothing', async () => {
    const line = deskLine([member('ana', { onCallNumber: NUMBER, shift: 'off' })]);
    await line.late(ONE, 'he has a gun', 20 * MINUTE);
    await line.wait(130 * MINUTE);
    expect(line.sentTo(NUMBER)).toHaveLength(1);
    expect(line.sentTo(ONE)).toEqual([]);
  });

  it('hold nobody up who waits, however slow the provider is', async () => {
    const line = deskLine([member('ana', { onCallNumber: NUMBER, shift: 'off' })]);
    await line.text(ONE, 'talk to a person');
    await line.text(TWO, 'talk to a person');
    await line.wait(4 * SECOND);
    let go = () => {};
    const answered = new Promise<void>((resolve) => {
      go = resolve;
    });
    line.stall(NUMBER, answered);
    line.clock.time += 10 * SECOND;
    const looking = line.watch.look();
    // It stands still at the provider's door.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    await line.settle();
    for (const to of [ONE, TWO]) expect(line.sentTo(to).filter((body) => NOBODY_ON.test(body))).toHaveLength(1);
    go();
    await looking;
    expect(line.sentTo(NUMBER)).toHaveLength(2);
  });
});
