import type { Floor, Me, OnFloor, StaffName } from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';
import type { FakeAccounts } from './fake-accounts.ts';
import type { FakeDesk } from './fake-desk.ts';

const HOUR = 3_600_000;

/** Colleagues with something about them that a supervisor should see. */
const others = (now: number): OnFloor[] => [
  {
    ...{ id: 'bea', name: 'Bea', shift: 'on', shiftSince: now - 3 * HOUR, talks: 0, loadCap: 4 },
    ...{ languages: ['en', 'vi'], skills: ['minors'], present: false, hard: 0 },
  },
  {
    ...{ id: 'kim', name: 'Kim', shift: 'break', shiftSince: now - HOUR / 6, talks: 0, loadCap: 2 },
    ...{ languages: ['en'], skills: [], present: true, hard: 4 },
  },
  {
    ...{ id: 'lou', name: 'Lou', shift: 'off', shiftSince: now - 9 * HOUR, talks: 0, loadCap: 4 },
    ...{ languages: ['en', 'ht'], skills: [], present: false, hard: 0 },
  },
];

/** What supervisors ask for and order; undefined for everything else. */
export function answerFloor(desk: FakeDesk, accounts: FakeAccounts, me: Me, asked: Asked): Answer | undefined {
  const { method, path, body } = asked;
  if (path === '/api/floor/care') return { json: floor(desk, accounts) };
  const [, account, care] = /^\/api\/floor\/(\w+)\/(load-cap|break)$/.exec(path) ?? [];
  if (account && care === 'load-cap') return done(accounts.change(account, { loadCap: body.loadCap }));
  if (account && care === 'break') return done(accounts.change(account, { shift: 'break' }));
  const [, id = '', act] = /^\/api\/talks\/([\w-]+)\/(reassign|take-over)$/.exec(path) ?? [];
  const talk = desk.talk(id);
  if (method !== 'POST' || talk === undefined || act === undefined) return undefined;
  const staff = { id: me.id, name: me.name };
  if (act === 'take-over') {
    talk.fence += 1;
    return { json: desk.mark(talk, staff, 'claim', { status: 'live', owner: staff, reservedFor: undefined }) };
  }
  const to = accounts.find(body.account);
  const patch = {
    ...{ status: 'waiting' as const, owner: undefined },
    ...(to && { reservedFor: { id: to.id, name: to.name } satisfies StaffName }),
    ...(body.skill && { skill: body.skill }),
  };
  return { json: desk.mark(talk, staff, 'release:reassigned', patch) };
}

function floor(desk: FakeDesk, accounts: FakeAccounts): Floor {
  const now = Date.now();
  const held = (id: string) => desk.queue({ id, name: '' }, false).live.length;
  const staff = ['ana', 'sam', 'eve'].flatMap((id, place): OnFloor[] => {
    const member = accounts.find(id);
    if (!member) return [];
    const { name, shift, loadCap, languages, skills } = member;
    const there = { present: true, shiftSince: now - (place + 2) * HOUR, hard: place === 0 ? 2 : 0 };
    return [{ ...{ id, name, shift, loadCap, languages, skills }, talks: held(id), ...there }];
  });
  return { now, staff: [...staff, ...others(now)], reviews: 2 };
}

function done(found: unknown): Answer {
  return { json: { outcome: found === undefined ? 'unknown' : 'done' } };
}
