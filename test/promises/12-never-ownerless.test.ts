import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/emulator/seeded-random.ts';
import { member } from '../hotline/desk/desk-line.ts';
import { type DeskServer, type DeskServers, startDeskServers } from '../support/desk-servers.ts';
import { until } from '../support/until.ts';

const SECOND = 1_000;
const SEED = Number(process.env.SEED ?? 12);
const ADVOCATES = ['ana', 'ben', 'eva', 'lee'];
const phone = (n: number) => `+1555${String(5_550_100 + n)}`;

describe('12: no conversation is ever ownerless', () => {
  let line: DeskServers;
  let one: DeskServer;
  let other: DeskServer;
  beforeAll(async () => {
    const advocates = ADVOCATES.map((id) => member(id, { loadCap: 50 }));
    line = await startDeskServers(2, [...advocates, member('sue', { roles: ['supervisor'] })]);
    [one, other] = line.servers as [DeskServer, DeskServer];
    // Past the first seconds after a start, in which consoles may still be on their way back.
    line.forward(15 * SECOND);
  });
  afterAll(() => line?.stop());

  const staff = (id: string) => line.staff.find((one) => one.id === id) ?? member(id);
  const take = async (server: DeskServer, id: string) => {
    let taken: { talk: string; fence: number } | undefined;
    await until('somebody is taken', async () => {
      await server.settle();
      const next = await server.desk.next(staff(id));
      if (next.outcome === 'done') taken = next;
      return taken !== undefined;
    });
    await server.settle();
    return taken as NonNullable<typeof taken>;
  };

  it('a closed tab gives it back within 30 s, with all that was said, noted and heard', async () => {
    await line.text(one, phone(1), 'he hits me and he is home');
    for (const id of ADVOCATES) await one.desk.beat(id);
    const { talk, fence } = await take(one, 'ana');
    await one.desk.note(staff('ana'), talk, { text: 'knows the neighbours' });
    await one.desk.say(staff('ana'), talk, { id: 'said-before', fence, text: 'I am Ana', confirmed: [] });
    await one.settle();
    await line.silence('ana', 21 * SECOND);
    await line.look(other);
    const again = await take(other, 'ben');
    expect(again.talk).toBe(talk);
    const view = await other.desk.view(staff('ben'), talk, { after: 0, language: 'en' });
    expect(view).toMatchObject({
      card: { alerts: expect.arrayContaining(['owner-gone']) },
      notes: [{ text: 'knows the neighbours' }],
    });
    const words = view?.entries.map((entry) => ('text' in entry ? entry.text : entry.code));
    expect(words).toEqual(expect.arrayContaining(['he hits me and he is home', 'I am Ana', 'release:owner-gone']));
    const late = { id: 'said-late', fence, text: 'still me', confirmed: [] };
    expect(await one.desk.say(staff('ana'), talk, late)).toEqual({ outcome: 'not-owner' });
    await other.desk.close(staff('ben'), talk, { fence: again.fence, kind: 'crisis', outcome: 'helped', hard: false });
    await other.settle();
  });

  it('a claim whose server dies before it has thought about it is carried on by another', async () => {
    await line.text(one, phone(2), 'talk to a person');
    const third = await line.start();
    const [waiting] = await third.line.desk.waiting();
    if (waiting === undefined) throw new Error('Nobody waits.');
    const sealed = { id: 'claim-of-the-dead', at: line.now(), keyId: await third.line.vault.inboxKey(line.now()) };
    const item = JSON.stringify({ kind: 'claim', advocate: 'eva' });
    const box = await third.line.vault.seal(sealed.keyId, item, `inbox/${sealed.id}`);
    await third.stores.lanes.claim(waiting, 'eva', { ...sealed, sealed: box }, line.now());
    await third.kill();
    await other.settle();
    const { live } = await other.desk.queue(staff('eva'));
    expect(live).toMatchObject([{ owner: { id: 'eva' } }]);
    await line.silence('eva', 21 * SECOND);
    await line.look(other);
    expect((await other.desk.queue(staff('ben'))).waiting).toMatchObject([{ alerts: ['owner-gone'] }]);
  });

  it(`everybody waits, is held by somebody who is there, or was closed, whoever comes and goes (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const there = new Set(ADVOCATES);
    for (let n = 10; n < 40; n++) await line.text(among(line.servers), phone(n), 'talk to a person');
    for (let round = 0; round < 12; round++) {
      await Promise.all(
        ADVOCATES.map(async (id) => {
          const server = among(line.servers);
          if (random() < 0.3) {
            there.delete(id);
            return line.silence(id, 31 * SECOND);
          }
          there.add(id);
          await line.silence(id, 0);
          await server.desk.next(staff(id));
          const [held] = (await server.desk.queue(staff(id))).live;
          const view = held && (await server.desk.view(staff(id), held.talk, { after: 0, language: 'en' }));
          if (held === undefined || !view?.fence || random() < 0.5) return;
          await server.desk.close(staff(id), held.talk, {
            fence: view.fence,
            kind: 'crisis',
            outcome: 'helped',
            hard: false,
          });
        }),
      );
      await Promise.all(line.servers.map((server) => server.settle()));
      await line.look(among(line.servers));
      await Promise.all(line.servers.map((server) => server.settle()));
      const lost: string[] = [];
      for await (const { ref, mode, owner } of one.stores.lanes.onDesk()) {
        if (mode === 'live' && (owner === undefined || !there.has(owner))) lost.push(ref.name);
      }
      expect({ round, lost }).toEqual({ round, lost: [] });
      await one.watch.look();
      expect(one.watch.ownerless).toBe(0);
    }
    const shown = new Set((await one.stores.desk.list()).map(({ ref }) => ref.name));
    let held = 0;
    for await (const { ref } of one.stores.lanes.onDesk()) {
      held += 1;
      expect(shown.has(ref.name)).toBe(true);
    }
    expect(held).toBe(shown.size);
    expect(held).toBeGreaterThan(0);
  });

  it('an index that was lost is made again from the lanes, with whoever opted out in danger', async () => {
    await line.text(one, phone(50), 'he hits me and he is home');
    await line.text(one, phone(50), 'STOP');
    await one.settle();
    const shape = async () =>
      (await one.stores.desk.list())
        .map(({ ref, talk, card }) => ({ name: ref.name, talk, card: JSON.parse(card) }))
        .sort(byName);
    const before = await shape();
    await line.client.del('{desk}cards', 'line:duty:desk-rebuild');
    expect(await shape()).toEqual([]);
    await line.look(other);
    await other.settle();
    expect(await shape()).toEqual(before);
    expect(before.some(({ card }) => card.status === 'opted-out')).toBe(true);
  });
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
