import { describe, expect, it } from '@jest/globals';
import { live, MINUTE, ONE, SECOND, TWO } from './live-talk.ts';

describe('an advocate', () => {
  it('hands a conversation on: it is kept for that one for a minute, with all that was written', async () => {
    const { line, desk, talk, fence, ana, ben } = await live();
    await desk.note(ana, talk, { text: 'prefers short texts' });
    await desk.draft(ana, talk, { text: 'half a sen' });
    expect((await line.view('ana', talk)).draft).toBe('half a sen');
    expect(await desk.release(ana, talk, { fence, to: 'queue', account: 'ben', note: 'you know them' })).toEqual({
      outcome: 'done',
    });
    await line.settle();
    expect(await desk.queue(ana)).toMatchObject({ waiting: [{ talk, reservedFor: { id: 'ben' } }] });
    expect(await desk.next(ana)).toEqual({ outcome: 'not-waiting' });
    const claimed = await desk.claim(ben, talk);
    expect(claimed.outcome).toBe('done');
    await line.settle();
    const view = await line.view('ben', talk);
    expect(view.notes).toMatchObject([
      { text: 'prefers short texts', by: { id: 'ana' } },
      { text: 'you know them', about: 'transfer' },
    ]);
    expect(view.draft).toBe('');
    expect(await desk.say(ana, talk, { id: 'browser-9', fence, text: 'wait', confirmed: [] })).toEqual({
      outcome: 'not-owner',
    });
  });

  it('hands it to a skill, and after a minute anybody may take what was kept', async () => {
    const { line, desk, talk, fence, ana } = await live();
    await desk.release(ana, talk, { fence, to: 'queue', account: 'ben', skill: 'minors' });
    await line.wait(61 * SECOND, 'ana', 'ben');
    expect((await desk.queue(ana)).waiting[0]).toMatchObject({ skill: 'minors' });
    expect((await line.take('ana')).talk).toBe(talk);
  });

  it('gives it back to the bot at a step that may be chosen, and nowhere else', async () => {
    const { line, desk, talk, fence, ana } = await live();
    expect(desk.steps('en').map(({ step }) => step)).toEqual(['menu.start', 'tip.start', 'referral.ask']);
    expect(desk.steps('es')[0]?.label).toMatch(/[a-z]/);
    await desk.release(ana, talk, { fence, to: 'bot', step: 'referral.ask' });
    await line.wait(3 * SECOND, 'ana');
    expect((await desk.queue(ana)).live).toEqual([]);
    expect(line.sentTo(ONE).at(-1)).toMatch(/shelter in/);
    const other = await live();
    await other.desk.release(other.ana, other.talk, { fence: other.fence, to: 'bot', step: 'crisis.hide' });
    await other.line.wait(3 * SECOND, 'ana');
    expect(other.line.sentTo(ONE).at(-1)).toMatch(/1 /);
  });

  it('judges the danger up or down, with a reason that is kept sealed beside it', async () => {
    const { line, desk, talk, fence, ana } = await live();
    await desk.danger(ana, talk, { fence, level: 'imminent', reason: 'she is followed' });
    await line.settle();
    expect(await line.view('ana', talk)).toMatchObject({
      card: { priority: 'red' },
      handoff: { danger: 'imminent' },
      notes: [{ text: 'she is followed', about: 'danger' }],
    });
    await desk.danger(ana, talk, { fence, level: 'none', reason: 'it was a joke' });
    await line.settle();
    expect((await line.view('ana', talk)).card.priority).toBe('rest');
  });

  it('closes with what it was, and the line says goodbye', async () => {
    const { line, desk, talk, fence, ana } = await live();
    await desk.close(ana, talk, { fence, kind: 'referral', outcome: 'helped', hard: true });
    await line.wait(3 * SECOND, 'ana');
    expect(line.sentTo(ONE).at(-1)).toMatch(/closed/);
    const view = await line.view('sue', talk);
    expect(view.card.status).toBe('closed');
    expect(view.entries).toContainEqual(
      expect.objectContaining({ kind: 'event', code: 'close:referral.helped.hard', by: { id: 'ana', name: 'Ana' } }),
    );
    expect(await desk.close(ana, talk, { fence, kind: 'crisis', outcome: 'helped', hard: false })).toEqual({
      outcome: 'gone',
    });
  });

  it('asks a supervisor to look, and mutes a number that goes on being muted', async () => {
    const { line, desk, talk, fence, ana, sue } = await live();
    await desk.attention(ana, talk, { on: true, reason: 'please read along' });
    await desk.mute(ana, talk, { on: true, reason: 'abuse' });
    await line.settle();
    expect((await desk.queue(sue)).live[0]).toMatchObject({ attention: true, muted: true });
    await desk.attention(sue, talk, { on: false });
    await desk.close(ana, talk, { fence, kind: 'related', outcome: 'abuse', hard: true });
    await line.settle();
    const before = await line.events.last();
    await line.wait(20 * MINUTE, 'ana');
    await line.text(ONE, 'he has a gun');
    expect((await desk.queue(sue)).waiting[0]).toMatchObject({ priority: 'red', muted: true });
    expect(JSON.stringify(await line.events.since(before, 100))).not.toContain('ring');
  });

  it('sees the number only for a reason, and a picture only when asked for', async () => {
    const { line, desk, talk, ana } = await live();
    expect(await desk.reveal(ana, talk, { reason: 'to call them' })).toEqual({ outcome: 'done', number: ONE });
    expect((await line.view('ana', talk)).notes).toMatchObject([{ text: 'to call them', about: 'reveal' }]);
    const file = { contentType: 'image/jpeg', bytes: Buffer.from('a picture') };
    line.media.set('https://provider.example/1', file);
    await line.text(ONE, 'look', [{ url: 'https://provider.example/1', contentType: 'image/jpeg' }]);
    const view = await line.view('ana', talk);
    const entry = view.entries.find((one) => one.kind === 'texter' && one.media.length > 0);
    expect(entry).toMatchObject({ text: 'look', media: [{ at: 0, contentType: 'image/jpeg' }] });
    expect(JSON.stringify(view)).not.toContain('provider.example');
    expect(await desk.media(ana, talk, { n: entry?.n ?? -1, at: 0 })).toEqual({ outcome: 'done', ...file });
    expect(await desk.media(ana, talk, { n: entry?.n ?? -1, at: 1 })).toEqual({ outcome: 'gone' });
  });

  it('claims what is kept for them and nothing else; a supervisor takes whom they choose, also from somebody', async () => {
    const { line, desk, talk, fence, ana, ben, sue } = await live();
    expect(await desk.claim(ana, talk)).toEqual({ outcome: 'done', fence });
    await line.text(TWO, 'talk to a person');
    const [other] = (await desk.queue(ben)).waiting;
    expect(await desk.claim(ben, other?.talk ?? '')).toEqual({ outcome: 'gone' });
    expect((await desk.claim(sue, other?.talk ?? '')).outcome).toBe('done');
    expect(await desk.reassign(ben, talk, { account: 'ben' })).toEqual({ outcome: 'gone' });
    expect(await desk.reassign(sue, talk, { account: 'sue', note: 'I take this one' })).toEqual({ outcome: 'done' });
    expect((await desk.claim(sue, talk)).outcome).toBe('done');
    await line.settle();
    expect((await line.view('sue', talk)).card).toMatchObject({ owner: { id: 'sue' }, alerts: ['reassigned'] });
  });
});
