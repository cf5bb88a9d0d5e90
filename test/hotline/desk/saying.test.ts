import { describe, expect, it } from '@jest/globals';
import { live, MINUTE, ONE, SECOND, TWO } from './live-talk.ts';

describe('an advocate’s text', () => {
  it('goes out once, after the time to take it back, and its delivery is shown to the end', async () => {
    const { line, talk, say } = await live();
    expect(await say('I am Ana.', 'browser-1')).toEqual({ outcome: 'done' });
    await line.settle();
    expect((await line.view('ana', talk)).deliveries).toMatchObject({ 'browser-1': { state: 'held-back' } });
    expect(await say('I am Ana.', 'browser-1')).toEqual({ outcome: 'done' });
    await line.wait(4 * SECOND, 'ana');
    expect(line.sentTo(ONE).filter((body) => body === 'I am Ana.')).toHaveLength(1);
    expect(await say('I am Ana.', 'browser-1')).toEqual({ outcome: 'done' });
    await line.wait(10 * SECOND, 'ana');
    expect(line.sentTo(ONE).filter((body) => body === 'I am Ana.')).toHaveLength(1);
    const state = async () => (await line.view('ana', talk)).deliveries['browser-1'];
    expect(await state()).toEqual({ state: 'accepted' });
    await line.report('browser-1', 'sent');
    expect(await state()).toEqual({ state: 'sent' });
    await line.report('browser-1', 'delivered');
    expect(await state()).toEqual({ state: 'delivered' });
    const entry = (await line.view('ana', talk)).entries.find(({ kind }) => kind === 'advocate');
    expect(entry).toMatchObject({ text: 'I am Ana.', id: 'browser-1', by: { id: 'ana', name: 'Ana' } });
  });

  it('may be taken back in time, and then never goes', async () => {
    const { line, desk, talk, fence, ana, say } = await live();
    await say('to the wrong one', 'browser-1');
    await line.settle();
    expect(await desk.unsay(ana, talk, { id: 'browser-1', fence })).toEqual({ outcome: 'done' });
    await line.wait(10 * SECOND, 'ana');
    expect(line.sentTo(ONE)).not.toContain('to the wrong one');
    expect((await line.view('ana', talk)).deliveries).toMatchObject({ 'browser-1': { state: 'dropped' } });
    await say('too fast', 'browser-2');
    await line.wait(4 * SECOND, 'ana');
    expect(await desk.unsay(ana, talk, { id: 'browser-2', fence })).toEqual({ outcome: 'too-late' });
  });

  it('that did not arrive says so with the provider’s code', async () => {
    const { line, talk, say } = await live();
    await say('are you there', 'browser-1');
    await line.wait(5 * SECOND, 'ana');
    await line.report('browser-1', 'undelivered', 30003);
    const view = await line.view('ana', talk);
    expect(view.deliveries).toMatchObject({ 'browser-1': { state: 'failed', code: 30003 } });
    expect(view.card.alerts).toContain('text-not-delivered');
  });

  it('is refused where it is empty, too long or another’s, before anything is stored', async () => {
    const { line, desk, talk, fence, ana, ben, say } = await live();
    expect(await say(' \n', 'browser-1')).toEqual({ outcome: 'empty' });
    expect(await say('x'.repeat(1601), 'browser-2')).toEqual({ outcome: 'too-long' });
    const other = { id: 'browser-3', fence, text: 'hello', confirmed: [] };
    expect(await desk.say(ben, talk, other)).toEqual({ outcome: 'not-owner' });
    expect(await desk.say(ana, talk, { ...other, fence: fence - 1 })).toEqual({ outcome: 'not-owner' });
    expect(await desk.say(ana, 'another-talk', other)).toEqual({ outcome: 'gone' });
    await line.wait(6 * SECOND, 'ana');
    expect((await line.view('ana', talk)).entries.some(({ kind }) => kind === 'advocate')).toBe(false);
  });

  it('to somebody who opted out is refused, and the card stays until a human closes it', async () => {
    const { line, desk, talk, fence, ana, ben, say } = await live();
    await line.text(ONE, 'STOP');
    expect(await say('wait', 'browser-1')).toEqual({ outcome: 'opted-out' });
    const { optedOut } = await desk.queue(ben);
    expect(optedOut).toMatchObject([{ talk, status: 'opted-out' }]);
    expect(await desk.view(ben, talk, { after: 0, language: 'en' })).toMatchObject({ handoff: { optedOut: true } });
    expect(await desk.close(ana, talk, { fence, kind: 'crisis', outcome: 'no-answer', hard: false })).toEqual({
      outcome: 'done',
    });
    await line.settle();
    expect((await desk.queue(ben)).optedOut).toEqual([]);
    expect((await line.view('sue', talk)).card.status).toBe('closed');
    expect(await desk.view(ben, talk, { after: 0, language: 'en' })).toBeUndefined();
  });

  it('to somebody long silent waits for a second yes, and to a phone in other hands never goes', async () => {
    const { line, say } = await live();
    await say('hello', 'browser-1');
    await line.wait(16 * MINUTE, 'ana');
    expect(await say('still there?', 'browser-2')).toEqual({ outcome: 'silent' });
    expect(await say('still there?', 'browser-2', ['silent'])).toEqual({ outcome: 'done' });
    await line.wait(5 * SECOND, 'ana');
    expect(line.sentTo(ONE)).toContain('still there?');
    await line.text(ONE, 'hes back');
    expect(await say('ok', 'browser-3', ['silent', 'wrong-thread'])).toEqual({ outcome: 'held', detail: 'hold' });
  });

  it('with something of another open conversation in it is asked about first', async () => {
    const { line, say } = await live();
    await line.text(TWO, 'talk to a person');
    await line.take('ana');
    await line.text(TWO, 'I am with Marisol, call me on 555 010 0199');
    expect(await say('Marisol is safe now', 'browser-1')).toEqual({ outcome: 'wrong-thread', detail: 'Marisol' });
    expect(await say('your number is 5550100199?', 'browser-2')).toMatchObject({ outcome: 'wrong-thread' });
    expect(await say('are you safe now?', 'browser-3')).toEqual({ outcome: 'done' });
    expect(await say('Marisol is safe now', 'browser-4', ['wrong-thread'])).toEqual({ outcome: 'done' });
    await line.text(ONE, 'my friend Marisol is here too');
    expect(await say('stay with Marisol', 'browser-5')).toEqual({ outcome: 'done' });
  });

  it('is shown beside the bot’s, whose delivery is told just so', async () => {
    const { line, talk } = await live();
    const bot = (await line.view('ana', talk)).entries.find(({ kind }) => kind === 'bot') as { id?: string };
    const id = bot.id ?? '';
    expect((await line.view('ana', talk)).deliveries[id]).toEqual({ state: 'accepted' });
    await line.report(id, 'delivered');
    expect((await line.view('ana', talk)).deliveries[id]).toEqual({ state: 'delivered' });
  });
});
