import type { Me, ReviewComment, ReviewView } from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';
import type { FakeDesk } from './fake-desk.ts';

const HOUR = 3_600_000;
const SAM = { id: 'sam', name: 'Sam' };
const ANA = { id: 'ana', name: 'Ana' };

/** What each desk's reviewers have looked at. */
const looked = new WeakMap<FakeDesk, (ReviewComment & { to: string })[]>();

const all = (now: number): ReviewView[] => [
  {
    ...{ talk: 'talk-a1b2c3d4-7f3k', closedAt: now - 5 * HOUR, by: ANA, priority: 'red', kind: 'crisis' },
    ...{ outcome: 'handed-over', why: ['red', 'hard', 'alerts'], alerts: ['late-text', 'text-not-delivered'] },
  },
  {
    ...{ talk: 'talk-c3d4e5f6-9stp', closedAt: now - 2 * HOUR, by: ANA, priority: 'crisis', kind: 'crisis' },
    ...{ outcome: 'no-answer', why: ['hard'], alerts: [] },
  },
  {
    ...{ talk: 'talk-b8c9d0e1-t5ly', closedAt: now - HOUR, by: SAM, priority: 'rest', kind: 'information' },
    ...{ outcome: 'helped', why: ['share'], alerts: [] },
  },
];

/** The second look; undefined for everything else. */
export function answerReviews(desk: FakeDesk, me: Me, { method, path, body }: Asked): Answer | undefined {
  const done = looked.get(desk) ?? [];
  const open = all(Date.now()).filter(({ talk }) => !done.some((look) => look.talk === talk));
  if (path === '/api/reviews') return { json: open };
  if (path === '/api/me/comments')
    return { json: done.filter(({ to, text }) => to === me.id && text !== '').map(({ to: _, ...comment }) => comment) };
  const [, talk] = /^\/api\/reviews\/([\w-]+)$/.exec(path) ?? [];
  if (method !== 'POST' || talk === undefined) return undefined;
  const review = open.find((one) => one.talk === talk);
  if (review === undefined || review.by.id === me.id) return { json: { outcome: review ? 'own' : 'gone' } };
  const by = { id: me.id, name: me.name };
  const look = { talk, at: Date.now(), by, verdict: body.verdict, text: body.comment ?? '', to: review.by.id };
  looked.set(desk, [...done, look]);
  return { json: { outcome: 'done' } };
}
