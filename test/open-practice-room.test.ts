import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readPractice } from '../src/adapters/files/read-practice.ts';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import { createMemoryFlowSets } from '../src/adapters/memory/flow-sets.ts';
import type { Staff } from '../src/hotline/desk/desk-service.ts';
import type { PracticeRoom } from '../src/hotline/practice/practice.ts';
import type { Round } from '../src/hotline/practice/round.ts';
import { readScripts, type Script } from '../src/hotline/practice/script.ts';
import { openSetLibrary, type SetLibrary } from '../src/hotline/set-library.ts';
import { openPracticeRoom } from '../src/open-practice-room.ts';
import { wordsOf } from '../src/words-of.ts';
import { readSetOnce } from './support/read-set-once.ts';
import { until } from './support/until.ts';

const { scripts, signs, faults } = readScripts(await readPractice('practice'));
const trainee: Staff = {
  ...{ id: 'tess', name: 'Tess', roles: ['operator'], languages: ['en'], skills: [], loadCap: 1, shift: 'off' },
};
const IDS = ['abusive', 'crisis', 'minor', 'referral', 'silent', 'spanish', 'stop', 'tip', 'who-is-this'];

let library: SetLibrary;
beforeAll(async () => {
  const { files } = await readSetFiles('.');
  const log = { event: () => {} };
  const opened = await openSetLibrary({
    ...{ files, log, flowSets: createMemoryFlowSets(), createWords: wordsOf, readChecked: readSetOnce },
  });
  if (!opened.ok) throw new Error('faulty flows');
  library = opened.library;
});

let room: PracticeRoom;
afterEach(() => room?.close());

/** A room on the wall's clock, and ahead of it: `pass` lets what is due by then happen. */
function openRoom() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const timers = new Set<{ at: number; run: () => void }>();
  room = openPracticeRoom({
    ...{ library, signs, trainee, clock: { now } },
    schedule(run, ms) {
      const timer = { at: now() + ms, run };
      timers.add(timer);
      return { cancel: () => timers.delete(timer) };
    },
  });
  return {
    async pass(seconds: number) {
      ahead += seconds * 1000;
      for (const timer of timers) if (timer.at <= now() && timers.delete(timer)) timer.run();
    },
  };
}

function scriptOf(id: string): Script {
  const found = scripts.find((script) => script.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

async function begin(id: string): Promise<{ round: Round; talk: string; fence: number }> {
  const round = await room.begin(scriptOf(id));
  await until('waiting', async () => (await room.desk.queue(trainee)).waiting.length === 1);
  const taken = await room.desk.next(trainee);
  if (taken.outcome !== 'done') throw new Error(taken.outcome);
  await until('live', async () => (await room.desk.queue(trainee)).live.length === 1);
  return { round, talk: taken.talk, fence: taken.fence };
}

const texts = async (talk: string) => {
  const view = await room.desk.view(trainee, talk, { after: 0, language: 'en' });
  return (view?.entries ?? []).flatMap((entry) => (entry.kind === 'texter' ? [entry.text] : []));
};

it('has every script that it should, and each is sound', () => {
  expect(faults).toEqual([]);
  expect(scripts.map(({ id }) => id)).toEqual(IDS);
});

let said = 0;
/** Says something and waits until it has left, and the texter has heard it. */
async function say(time: { pass(seconds: number): Promise<void> }, talk: string, fence: number, text: string) {
  said += 1;
  const id = `message-${said}`;
  const result = await room.desk.say(trainee, talk, { id, fence, text, confirmed: [] });
  if (result.outcome !== 'done') return result.outcome;
  await time.pass(5);
  await until('sent', async () => {
    const view = await room.desk.view(trainee, talk, { after: 0, language: 'en' });
    return !['held-back', 'waiting', 'sending'].includes(view?.deliveries[id]?.state ?? 'waiting');
  });
  return 'done';
}

/** What they wrote last, once there are so many texts of theirs. */
async function heard(talk: string, count: number): Promise<string | undefined> {
  await until('a text', async () => (await texts(talk)).length >= count);
  return (await texts(talk)).at(-1);
}

describe('every script', () => {
  it.each(IDS)('%s comes to the desk by what the line itself makes of it, and can be taken and closed', async (id) => {
    openRoom();
    const { round, talk, fence } = await begin(id);
    expect(await texts(talk)).toEqual(scriptOf(id).opens);
    expect((await room.desk.queue(trainee)).onShift).toBe(1);
    const closed = await room.desk.close(trainee, talk, { fence, kind: 'crisis', outcome: 'helped', hard: false });
    expect(closed.outcome).toBe('done');
    const { checks } = round.debrief('es') ?? { checks: [] };
    expect(checks).toHaveLength(scriptOf(id).wants.length);
    expect(checks.every(({ label }) => label.length > 5)).toBe(true);
  });
});

describe('a talk', () => {
  it('goes by what the advocate asks and says, and the debrief says what was missing', async () => {
    const time = openRoom();
    const { round, talk, fence } = await begin('crisis');
    await say(time, talk, fence, 'Thank you for texting. Is it safe to text?');
    await time.pass(10);
    expect(await heard(talk, 3)).toContain('bathroom');
    await say(time, talk, fence, 'Where are you?');
    await time.pass(10);
    expect(await heard(talk, 4)).toContain('fresno');
    await say(time, talk, fence, 'Ok. I promise, help is on the way.');
    await room.desk.close(trainee, talk, { fence, kind: 'crisis', outcome: 'helped', hard: true });
    const debrief = round.debrief('en');
    const met = Object.fromEntries(debrief?.checks.map((check) => [check.label, check.met]) ?? []);
    expect(met).toEqual({
      'Taken within a minute': true,
      'First asked whether it is safe to text': true,
      'Told them of 911': false,
      'Asked where they are': true,
      'Promised nothing that you cannot do': false,
      'Blamed them for nothing': true,
    });
    expect(debrief?.said).toBe(3);
    expect(debrief?.repliedAfterMs).toBeGreaterThanOrEqual(5_000);
  });

  it('goes otherwise for whoever does not ask', async () => {
    const time = openRoom();
    const { talk, fence } = await begin('crisis');
    await say(time, talk, fence, 'What happened?');
    await time.pass(10);
    expect(await heard(talk, 4)).toBe('he said he will kill me if i tell anyone');
  });

  it('is ended by STOP as on the line itself: nothing can be said any more', async () => {
    const time = openRoom();
    const { talk, fence } = await begin('stop');
    await say(time, talk, fence, 'Is it safe to text?');
    await time.pass(10);
    await heard(talk, 4);
    await say(time, talk, fence, 'How old are they?');
    await time.pass(10);
    expect(await heard(talk, 5)).toBe('STOP');
    await until('stopped', async () => (await room.desk.queue(trainee)).optedOut.length === 1);
    expect(await say(time, talk, fence, 'Are you there?')).toBe('opted-out');
    expect(await texts(talk)).toHaveLength(5);
  });

  it('holds what is said to somebody who has been silent since before it began', async () => {
    const time = openRoom();
    const { talk, fence } = await begin('silent');
    expect(await say(time, talk, fence, 'Are you there?')).toBe('silent');
    await time.pass(41);
    expect(await heard(talk, 3)).toContain('shower');
    expect(await say(time, talk, fence, 'Is it safe to text?')).toBe('done');
  });

  it('holds what is said when somebody else may have the phone', async () => {
    const time = openRoom();
    const { talk, fence } = await begin('who-is-this');
    await say(time, talk, fence, 'Is it safe to text?');
    await time.pass(10);
    await heard(talk, 4);
    await say(time, talk, fence, 'What would help?');
    await time.pass(10);
    expect(await heard(talk, 5)).toBe('who is this');
    await until('held', async () => (await say(time, talk, fence, 'This is BeFree.')) === 'held');
  });
});

it('takes little room in memory, for there may be thirty', async () => {
  const { arrayBuffers: before } = process.memoryUsage();
  const rooms = Array.from({ length: 10 }, () =>
    openPracticeRoom({ library, signs, trainee, clock: { now: Date.now } }),
  );
  expect((process.memoryUsage().arrayBuffers - before) / rooms.length).toBeLessThan(1_000_000);
  for (const one of rooms) await one.close();
});
