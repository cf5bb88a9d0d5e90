import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type ServedConsole, serveConsole } from './support/serve-console.ts';

let here: ServedConsole;
let sol: Browser;
let ana: Browser;
beforeAll(async () => {
  here = await serveConsole();
  await here.enlist('sol', ['supervisor']);
  [sol, ana] = [await here.signIn('sol'), await here.signIn('ana')];
  here.fake.colleagues.push(
    { ...{ id: ana.id, name: 'ana', shift: 'on', talks: 2, loadCap: 4, languages: ['en'], skills: [] }, present: true },
    { ...{ id: sol.id, name: 'sol', shift: 'off', talks: 0, loadCap: 4, languages: [], skills: [] }, present: true },
  );
});
afterAll(() => here.close());

const json = async (browser: Browser, path: string) => JSON.parse((await browser.ask({ path })).body);

describe('the floor', () => {
  it('tells of each advocate what they carry, how hard it was, and since when they are at it', async () => {
    await here.tallies.add({ once: 'a', day: '2023-11-14', counts: { [`hard.${ana.id}`]: 2 } });
    await ana.ask({ method: 'PUT', path: '/api/me/shift', body: { shift: 'on' } });
    const floor = await json(sol, '/api/floor/care');
    expect(floor).toMatchObject({
      reviews: 0,
      staff: [{ id: ana.id, talks: 2, hard: 2, shiftSince: here.clock.time }],
    });
    expect(floor.staff).toHaveLength(1);
  });

  it('lets a supervisor lighten the load and give a break, which is in the audit', async () => {
    const cap = { method: 'PUT', path: `/api/floor/${ana.id}/load-cap`, body: { loadCap: 2 } };
    expect(JSON.parse((await sol.ask(cap)).body)).toEqual({ outcome: 'done' });
    const rest = { method: 'POST', path: `/api/floor/${ana.id}/break`, body: {} };
    expect(JSON.parse((await sol.ask(rest)).body)).toEqual({ outcome: 'done' });
    expect(JSON.parse((await sol.ask(rest)).body)).toEqual({ outcome: 'not-on-shift' });
    expect((await json(ana, '/api/session')).me).toMatchObject({ loadCap: 2, shift: 'break' });
    expect(await here.audited()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ actor: sol.id, act: 'PUT /api/floor/:account/load-cap', about: ana.id }),
        expect.objectContaining({ actor: sol.id, act: 'POST /api/floor/:account/break', about: ana.id }),
      ]),
    );
  });

  it('lets nobody take over who may not write to texters', async () => {
    const take = { method: 'POST', path: '/api/talks/anas-talk/take-over', body: {} };
    expect(await sol.ask(take)).toMatchObject({ status: 403, body: '{"error":"not-allowed"}' });
    await here.enlist('sam', ['supervisor', 'advocate']);
    expect((await (await here.signIn('sam')).ask(take)).status).toBe(200);
    const acts = (await here.audited()).filter(({ act }) => act === 'POST /api/talks/:talk/take-over');
    expect(acts).toMatchObject([{ actor: sol.id, about: 'anas-talk', outcome: 'not-allowed' }, { about: 'anas-talk' }]);
  });

  it('refuses a load that nobody can carry, and an account that is not there', async () => {
    const cap = (account: string, loadCap: number) =>
      sol.ask({ method: 'PUT', path: `/api/floor/${account}/load-cap`, body: { loadCap } });
    expect((await cap(ana.id, 0)).status).toBe(400);
    expect(JSON.parse((await cap('nobody', 3)).body)).toEqual({ outcome: 'unknown' });
  });
});

describe('a second look', () => {
  it('goes with its comment from the supervisor to the advocate', async () => {
    const talk = await here.vault.newKey();
    await here.reviewStore.add({
      ...{
        talk,
        closedAt: 5,
        by: ana.id,
        priority: 'red',
        kind: 'crisis',
        outcome: 'helped',
        why: ['red'],
        alerts: [],
      },
    });
    expect(await json(sol, '/api/reviews')).toMatchObject([{ talk, by: { name: 'ana' }, why: ['red'] }]);
    const look = { method: 'POST', path: `/api/reviews/${talk}`, body: { verdict: 'wrong', comment: 'Well done.' } };
    expect((await sol.ask({ ...look, body: { verdict: 'wrong', comment: ' ' } })).status).toBe(400);
    expect(JSON.parse((await sol.ask(look)).body)).toEqual({ outcome: 'done' });
    expect(await json(sol, '/api/reviews')).toEqual([]);
    expect(await json(ana, '/api/me/comments')).toMatchObject([
      { talk, by: { name: 'sol' }, verdict: 'wrong', text: 'Well done.' },
    ]);
    expect(JSON.stringify(await here.audited())).not.toContain('Well done');
  });
});

describe('statistics', () => {
  it('are told for a stretch of days, and refused for what is none', async () => {
    await here.tallies.add({ once: 'b', day: '2023-11-13', counts: { new: 3, 'hour.4': 3 } });
    expect(await json(sol, '/api/statistics')).toMatchObject({ from: '2023-10-18', to: '2023-11-14', contacts: 3 });
    expect(await json(sol, '/api/statistics?from=2023-11-14&to=2023-11-14')).toMatchObject({ contacts: 0 });
    expect(await json(sol, '/api/statistics?days=7')).toMatchObject({ from: '2023-11-08', to: '2023-11-14' });
    expect((await sol.ask({ path: '/api/statistics?days=week' })).status).toBe(400);
    const refused = await sol.ask({ path: '/api/statistics?from=2023-11-15&to=2023-11-14' });
    expect(refused).toMatchObject({ status: 400, body: '{"error":"bad-range"}' });
  });

  it('come as a file for a spreadsheet, which no browser opens by itself', async () => {
    const answer = await sol.ask({ path: '/api/statistics.csv?from=2023-11-13&to=2023-11-14' });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-disposition': 'attachment' } });
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.body).toContain('contacts,,3\r\n');
    expect(answer.body).not.toMatch(/^[=+@]|,[=+@]/m);
    expect((await ana.ask({ path: '/api/statistics.csv' })).status).toBe(403);
    expect((await here.audited()).at(-1)).toMatchObject({ actor: ana.id, act: 'GET /api/statistics.csv' });
  });
});
