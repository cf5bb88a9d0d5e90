import { describe, expect, it } from '@jest/globals';
import { createMemoryDeskEvents } from '../../../src/adapters/memory/desk-events.ts';
import { createMemoryKeptItems } from '../../../src/adapters/memory/kept-items.ts';
import { blanksIn, type CannedReply, fillBlanks, fillSome } from '../../../src/hotline/replies/canned-reply.ts';
import { createReplies, type WantedReply } from '../../../src/hotline/replies/replies.ts';
import { handClock } from '../samples.ts';

function office() {
  const events = createMemoryDeskEvents();
  const items = createMemoryKeptItems<CannedReply>();
  return { events, replies: createReplies({ clock: handClock(), items, events, languages: ['en', 'es'] }) };
}
const wanted = (over: Partial<WantedReply> = {}): WantedReply => ({
  ...{ use: 'talk', title: 'Are you safe', texts: { en: 'Are you safe in [place]?', es: '¿Está a salvo en [lugar]?' } },
  ...over,
});

describe('a blank', () => {
  it('is what stands in brackets, named once', () => {
    expect(blanksIn('Call [name] at [number]. [name] knows.')).toEqual(['name', 'number']);
    expect(blanksIn('none [] [\n] [[')).toEqual([]);
  });

  it('is filled everywhere, and what fills it is not searched for blanks', () => {
    expect(fillBlanks('[a] and [b], [a]', { a: '[b]', b: 'two' })).toBe('[b] and two, [b]');
  });

  it('is shown as long as nobody has filled it, beside those that are', () => {
    expect(fillSome('I am [name], here until [time]', { name: ' Ana ' })).toBe('I am Ana, here until [time]');
  });

  it.each<Record<string, string>[]>([[{}], [{ a: '' }], [{ a: '  ' }], [{ a: 'x' }]])(
    'leaves the text unsent while it is empty: %j',
    (values) => expect(fillBlanks('Hello [a] [toString]', values)).toBeUndefined(),
  );
});

describe('canned replies', () => {
  it('are kept with who changed them, listed by title, and everybody is told', async () => {
    const { replies, events } = office();
    await replies.save('sue', wanted());
    await replies.save('sue', wanted({ title: 'A first question' }));
    expect((await replies.list()).map(({ title, changedBy, version }) => [title, changedBy, version])).toEqual([
      ['A first question', 'sue', 1],
      ['Are you safe', 'sue', 1],
    ]);
    expect(await events.since('0-0', 9)).toMatchObject([
      { event: { type: 'replies' } },
      { event: { type: 'replies' } },
    ]);
  });

  it('are not written over by whoever saw them before somebody else changed them', async () => {
    const { replies } = office();
    await replies.save('sue', wanted());
    const [{ id, version } = { id: '', version: 0 }] = await replies.list();
    expect(await replies.save('eve', wanted({ id, version, title: 'Safe?' }))).toEqual({ outcome: 'done', id });
    expect(await replies.save('sue', wanted({ id, version, title: 'Mine' }))).toEqual({ outcome: 'stale' });
    expect(await replies.remove(id, version)).toEqual({ outcome: 'stale' });
    expect(await replies.remove(id, version + 1)).toEqual({ outcome: 'done' });
    expect(await replies.list()).toEqual([]);
  });

  it.each<[string, Partial<WantedReply>]>([
    ['no-text', { texts: {} }],
    ['no-text', { texts: { en: '  ' } }],
    ['unknown-language', { texts: { en: 'a', xx: 'b' } }],
    ['too-long', { texts: { en: 'a'.repeat(1_601) } }],
    ['too-long', { use: 'follow-up', texts: { en: 'a'.repeat(301) } }],
    ['link', { texts: { en: 'see https://example.test/x' } }],
  ])('are refused: %s', async (outcome, over) => {
    expect(await office().replies.save('sue', wanted(over))).toEqual({ outcome });
  });

  it('bear each title once, so that nobody takes one for another', async () => {
    const { replies } = office();
    await replies.save('sue', wanted());
    expect(await replies.save('sue', wanted())).toEqual({ outcome: 'twice' });
  });

  it('are left for a tipster only where they were made for it, filled, and in a language that they have', async () => {
    const { replies } = office();
    await replies.save(
      'sue',
      wanted({ use: 'follow-up', title: 'More', texts: { en: 'Do you know more of [what]?' } }),
    );
    await replies.save('sue', wanted());
    const [talk, more] = await replies.list();
    const ask = (id = '', language = 'en', blanks: Record<string, string> = { what: 'the van', place: 'x' }) =>
      replies.followUp(id, language, blanks);
    expect(await ask(more?.id)).toEqual({ text: 'Do you know more of the van?', approvedBy: 'sue' });
    expect(await ask(more?.id, 'es')).toBeUndefined();
    expect(await ask(more?.id, 'en', {})).toBeUndefined();
    expect(await ask(talk?.id)).toBeUndefined();
    expect(await ask('nothing')).toBeUndefined();
  });
});
