import { describe, expect, it } from '@jest/globals';
import { deskLine, member } from './desk-line.ts';
import { fakeTranslator } from './fake-translator.ts';
import { ONE, SECOND } from './live-talk.ts';

const SAID = 'necesito hablar con una persona';
const STAFF = [member('ana'), member('ben')];

/** Ana, who speaks English, holds somebody who texts in Spanish. */
async function abroad() {
  const machine = fakeTranslator();
  const line = deskLine(STAFF, machine.translator);
  for (const { id } of STAFF) await line.desk.beat(id);
  await line.text(ONE, SAID);
  const { talk, fence } = await line.take('ana');
  const view = () => line.view('ana', talk);
  const { n } = (await view()).entries.find(({ kind }) => kind === 'texter') ?? { n: -1 };
  const translate = (what: { n: number } | { text: string }, id = 'ana') =>
    line.desk.translate(line.who(id), talk, what, 'en');
  return { line, machine, talk, fence, view, n, translate };
}

describe('a text in another language', () => {
  it('is put into the reader’s by a machine, labelled and kept beside it, sealed', async () => {
    const { line, machine, talk, view, n, translate } = await abroad();
    expect(await view()).toMatchObject({ translates: true });
    const translation = { text: `en: ${SAID}`, from: 'es', to: 'en', machine: true };
    expect(await translate({ n })).toEqual({ outcome: 'done', translation });
    expect(await translate({ n })).toEqual({ outcome: 'done', translation });
    expect(machine.asked).toEqual([SAID]);
    expect((await view()).entries[n]).toMatchObject({ text: SAID, translation });
    const kept = [...(await line.papers.translations(talk)).values()];
    expect(kept).toHaveLength(1);
    expect(kept.join()).not.toContain('persona');
  });

  it('goes to the machine for nobody who may not read it, and only where it is asked for', async () => {
    const { line, machine, view, n, translate } = await abroad();
    expect(await translate({ n }, 'ben')).toEqual({ outcome: 'gone' });
    expect(await translate({ n: 99 })).toEqual({ outcome: 'untranslated' });
    await view();
    await line.text(ONE, 'estoy en un hotel');
    expect(machine.asked).toEqual([]);
  });

  it('stays as it is while the machine is away, and can be asked for again', async () => {
    const { machine, view, n, translate } = await abroad();
    machine.setAway(true);
    expect(await translate({ n })).toEqual({ outcome: 'untranslated' });
    expect((await view()).entries[n]).not.toHaveProperty('translation');
    machine.setAway(false);
    expect(await translate({ n })).toMatchObject({ outcome: 'done' });
  });

  it('is offered to nobody who speaks it, nor where no machine translates', async () => {
    const machine = fakeTranslator();
    const speaker = deskLine([member('eva', { languages: ['en', 'es'] })], machine.translator);
    await speaker.desk.beat('eva');
    await speaker.text(ONE, SAID);
    const { talk } = await speaker.take('eva');
    expect(await speaker.view('eva', talk)).toMatchObject({ translates: false });

    const without = deskLine();
    await without.desk.beat('ana');
    await without.text(ONE, SAID);
    const taken = await without.take('ana');
    expect(await without.view('ana', taken.talk)).toMatchObject({ translates: false });
    expect(await without.desk.translate(without.who('ana'), taken.talk, { text: 'hello' }, 'en')).toEqual({
      outcome: 'untranslated',
    });
  });
});

describe('an advocate’s words in a language that is not theirs', () => {
  it('are seen before they go out, and what was written is kept with what was sent', async () => {
    const { line, talk, fence, view, translate } = await abroad();
    const words = 'I am Ana. Keep the code 7KQF-M2XW-9TRA.';
    const made = await translate({ text: words });
    expect(made).toMatchObject({ translation: { text: `es: ${words}`, from: 'en', to: 'es', machine: true } });
    expect(line.sentTo(ONE)).not.toContain(`es: ${words}`);
    const original = { text: words, language: 'en' };
    const say = { id: 'browser-1', fence, text: `es: ${words}`, confirmed: [], original };
    expect(await line.desk.say(line.who('ana'), talk, say)).toEqual({ outcome: 'done' });
    await line.wait(5 * SECOND, 'ana');
    expect(line.sentTo(ONE).filter((body) => body.includes('I am Ana.'))).toEqual([`es: ${words}`]);
    const entry = (await view()).entries.find(({ kind }) => kind === 'advocate');
    expect(entry).toMatchObject({ text: expect.stringMatching(/^es: I am Ana/), original: { language: 'en' } });
    expect(JSON.stringify(entry)).toContain('"text":"I am Ana');
    expect(JSON.stringify(entry)).not.toContain('7KQF');
  });
});
