import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/emulator/seeded-random.ts';
import { member } from '../hotline/desk/desk-line.ts';
import { type DeskServer, type DeskServers, startDeskServers } from '../support/desk-servers.ts';

const SEED = Number(process.env.SEED ?? 14);
const MESSAGES = 40;
const ONE = '+15555550101';

describe('14: an advocate’s message is never lost on a reconnect and never sent twice', () => {
  let line: DeskServers;
  const ana = member('ana');
  beforeAll(async () => {
    line = await startDeskServers(2, [ana]);
  });
  afterAll(() => line?.stop());

  it(`each is on the phone once and in the transcript once, however often its answer was lost (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const [one, other] = line.servers as [DeskServer, DeskServer];
    const either = () => (random() < 0.5 ? one : other);
    await line.text(one, ONE, 'talk to a person');
    await one.desk.beat('ana');
    const taken = await one.desk.next(ana);
    if (taken.outcome !== 'done') throw new Error('Nobody was taken.');
    await one.settle();
    const { talk, fence } = taken;
    const texts = Array.from({ length: MESSAGES }, (_, n) => ({ id: `browser-${n}`, text: `message ${n}` }));
    for (const { id, text } of texts) {
      // The browser says it again until it hears an answer; some answers are lost, some tries run side by side.
      const tries = 1 + Math.floor(random() * 4);
      const say = (server: DeskServer) => server.desk.say(ana, talk, { id, fence, text, confirmed: [] });
      const aside = random() < 0.5 ? Array.from({ length: tries }, () => say(either())) : [];
      const answers = [...(await Promise.all(aside)), await say(either())];
      if (random() < 0.3) await Promise.all([one.settle(), other.settle()]);
      answers.push(await say(either()));
      expect(answers.every(({ outcome }) => outcome === 'done')).toBe(true);
    }
    line.forward(5_000);
    for (let n = 0; n < 3; n++) await Promise.all([one.settle(), other.settle()]);
    // Reloaded, long after it was sent.
    for (const { id, text } of texts) await either().desk.say(ana, talk, { id, fence, text, confirmed: [] });
    line.forward(5_000);
    await Promise.all([one.settle(), other.settle()]);
    const bodies = line.sent.filter(({ to, body }) => to === ONE && body.startsWith('message')).map(({ body }) => body);
    expect(bodies).toEqual(texts.map(({ text }) => text));
    const view = await other.desk.view(ana, talk, { after: 0, language: 'en' });
    const written = view?.entries.flatMap((entry) => (entry.kind === 'advocate' ? [entry.id] : []));
    expect(written).toEqual(texts.map(({ id }) => id));
    expect(Object.values(view?.deliveries ?? {}).filter(({ state }) => state !== 'delivered')).toEqual([]);
  });

  it('what is half written is there after a reload, on another server, and nobody else’s', async () => {
    const [one, other] = line.servers as [DeskServer, DeskServer];
    const [held] = (await one.desk.queue(ana)).live;
    await one.desk.draft(ana, held?.talk ?? '', { text: 'half a sen' });
    const view = await other.desk.view(ana, held?.talk ?? '', { after: 0, language: 'en' });
    expect(view?.draft).toBe('half a sen');
    expect(JSON.stringify(await line.client.hgetall(`{desk}drafts:${held?.talk}`))).not.toContain('half');
  });
});
