import { describe, expect, it } from '@jest/globals';
import { deskLine } from '../hotline/desk/desk-line.ts';
import { until } from '../support/until.ts';

const DANGER = 'he has a gun and he is coming for me now';
const PHONE = '+15555550111';
const CROWD = Array.from({ length: 40 }, (_, n) => `+1555555${2000 + n}`);

/** Makes more turns come than are taken at once; none of them ends before `free` is called. */
async function crowd(here: ReturnType<typeof deskLine>) {
  let free = () => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  let held = 0;
  const hold = () =>
    here.once('think:before-commit', () => {
      held += 1;
      hold();
      return freed;
    });
  hold();
  for (const number of CROWD) await here.post(number, 'hi');
  await until('the crowd is in hand', () => here.line.workers.busy === CROWD.length && held > 0);
  // Nobody who gets so far from here on is held.
  here.once('think:before-commit', () => {});
  return { free, held };
}

describe('11: somebody in danger rings before the many who are in none', () => {
  it('though the line has more to do than it can, and nobody of the many is forgotten', async () => {
    const here = deskLine();
    const { free, held } = await crowd(here);
    expect(held).toBeLessThan(CROWD.length);

    await here.post(PHONE, DANGER);
    await until('they are answered', () => here.sentTo(PHONE).length > 0);
    expect((await here.desk.queue(here.who('ana'))).waiting).toHaveLength(1);
    expect(CROWD.flatMap(here.sentTo)).toEqual([]);

    free();
    await here.settle();
    expect(CROWD.filter((number) => here.sentTo(number).length !== 1)).toEqual([]);
  });

  it('also when an earlier text of theirs still waits in line', async () => {
    const here = deskLine();
    const { free } = await crowd(here);
    await here.post(PHONE, 'hello');
    await here.post(PHONE, DANGER);
    await until('they are answered', () => here.sentTo(PHONE).length > 0);
    expect((await here.desk.queue(here.who('ana'))).waiting).toHaveLength(1);
    free();
    await here.settle();
  });

  it('and what an advocate says waits for none of them', async () => {
    const here = deskLine();
    await here.text(PHONE, DANGER);
    const { talk, fence } = await here.take('ana');
    const { free } = await crowd(here);
    const words = 'I am here with you.';
    await here.desk.say(here.who('ana'), talk, { id: 'browser-1', fence, text: words, confirmed: [] });
    const shown = async () => (await here.view('ana', talk)).entries.some(({ kind }) => kind === 'advocate');
    await until('it is in the talk', shown);
    free();
    await here.settle();
  });
});
