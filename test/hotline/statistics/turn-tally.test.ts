import { describe, expect, it } from '@jest/globals';
import { localTime } from '../../../src/hotline/statistics/local-time.ts';
import { deskLine } from '../desk/desk-line.ts';
import { live, MINUTE, ONE, SECOND, TWO } from '../desk/live-talk.ts';
import { smallLine } from '../small-line.ts';

type Line = ReturnType<typeof deskLine>;

async function counted({ tallies, clock }: Pick<Line, 'tallies' | 'clock'>) {
  const { day } = localTime(clock.now(), 'America/New_York');
  const [counts = {}] = await tallies.of([day]);
  return counts;
}

describe('what is counted of a conversation', () => {
  it('is its beginning, once: with hour, language and how soon the line answered', async () => {
    const line = deskLine();
    await line.text(ONE, 'hola necesito ayuda por favor');
    const { hour } = localTime(line.clock.now(), 'America/New_York');
    const begun = { new: 1, [`hour.${hour}`]: 1, 'language.es': 1, 'first.0': 1 };
    expect(await counted(line)).toMatchObject(begun);
    await line.text(ONE, '2');
    await line.text(ONE, '3');
    expect(await counted(line)).toMatchObject(begun);
  });

  it('is the wait for a human and for their first text, each once, whoever they are handed to later', async () => {
    const line = deskLine();
    await line.text(ONE, 'talk to a person');
    line.clock.time += 50 * SECOND;
    const { talk, fence } = await line.take('ana');
    line.clock.time += 50 * SECOND;
    await line.desk.say(line.who('ana'), talk, { id: 'message-1', fence, text: 'I am Ana.', confirmed: [] });
    await line.settle();
    await line.desk.release(line.who('ana'), talk, { fence, to: 'queue' });
    await line.settle();
    const again = await line.take('ben');
    await line.desk.say(line.who('ben'), talk, { id: 'message-2', fence: again.fence, text: 'Ben.', confirmed: [] });
    await line.settle();
    const counts = await counted(line);
    // 60 s end the eleventh span, 120 s the thirteenth.
    expect(counts).toMatchObject({ 'desk.rest': 1, 'human.10': 1, 'reply.12': 1 });
    expect(Object.keys(counts).filter((name) => /^(human|reply|gone)\./.test(name))).toHaveLength(2);
  });

  it('is its close by kind and outcome, and for whom it was hard', async () => {
    const { line, desk, talk, fence, ana } = await live();
    await desk.close(ana, talk, { fence, kind: 'tip', outcome: 'recorded', hard: true });
    await line.settle();
    expect(await counted(line)).toMatchObject({ 'close.tip.recorded': 1, 'hard.ana': 1 });
  });

  it('is whoever went before a human came: by silence, or by STOP', async () => {
    const line = deskLine();
    await line.text(ONE, 'talk to a person');
    await line.text(TWO, 'talk to a person');
    await line.text(TWO, 'STOP');
    line.clock.time += 16 * MINUTE;
    await line.settle();
    await line.take('ana');
    const counts = await counted(line);
    expect(counts).toMatchObject({ 'gone.silent': 1, 'gone.stop': 1, stop: 1 });
    expect(Object.keys(counts).filter((name) => name.startsWith('human.'))).toEqual([]);
  });

  it('is the state that was told, once it is over, and never the town', async () => {
    const line = deskLine();
    for (const body of ['hi', '2', 'i need a shelter in Fresno, California']) await line.text(ONE, body);
    line.clock.time += 16 * MINUTE;
    await line.settle();
    const counts = await counted(line);
    expect(Object.keys(counts).filter((name) => name.startsWith('place.'))).toEqual(['place.CA']);
    expect(JSON.stringify(counts)).not.toMatch(/fresno|0101/i);
  });

  it('is each text of ours that did not arrive', async () => {
    const { line, talk, say } = await live();
    await say('Are you there?', 'message-1');
    line.clock.time += 5 * SECOND;
    await line.settle();
    await line.report('message-1', 'undelivered', 30003);
    expect(await counted(line)).toMatchObject({ 'lost.undelivered': 1 });
    expect((await line.view('ana', talk)).deliveries).toMatchObject({ 'message-1': { state: 'failed' } });
  });
});

describe('the way of a text', () => {
  it('is no longer by what is counted: nothing is asked of the desk for an ordinary one, and once for a first', async () => {
    const line = smallLine(() => ({ effects: [{ type: 'say', key: 'line.help', weight: 'ordinary' }] }));
    const asked: string[] = [];
    const { add } = line.tallies;
    line.tallies.add = async (tally) => {
      asked.push(tally.once);
      // Were the text sent only afterwards, this would never end.
      while (line.posts.length === 0) await new Promise(setImmediate);
      await add(tally);
    };
    for (const body of ['one', 'two', 'three', 'four']) {
      await line.text(body);
      await line.wait(3 * SECOND);
    }
    expect(line.posts).toHaveLength(4);
    expect(asked).toHaveLength(1);
  });

  it('goes on when the counters are away, and they have it once in the end', async () => {
    const line = smallLine(() => ({ effects: [{ type: 'say', key: 'line.help', weight: 'ordinary' }] }));
    const { add } = line.tallies;
    let tries = 0;
    line.tallies.add = async (tally) => {
      tries += 1;
      if (tries === 1) throw new Error('away');
      await add(tally);
      if (tries === 2) throw new Error('done, but the answer was lost');
    };
    await line.text('one');
    await line.wait(2 * SECOND);
    await line.wait(5 * SECOND);
    expect([tries, line.posts.length]).toEqual([3, 1]);
    expect(await line.tallies.of([localTime(line.clock.now()).day])).toMatchObject([{ new: 1 }]);
  });
});
