import type { CommandResult, Me, StaffName } from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';
import type { FakeAccounts } from './fake-accounts.ts';
import { answerAdmin } from './fake-admin.ts';
import type { FakeDesk } from './fake-desk.ts';
import { answerFloor } from './fake-floor.ts';
import { answerPractice } from './fake-practice.ts';
import { answerRecords } from './fake-records.ts';
import { answerReviews } from './fake-reviews.ts';
import { answerStatistics } from './fake-statistics.ts';
import type { FakeTalk } from './fake-talks.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#864"/></svg>';

/** What the fake server answers at /api. */
export function answerFake(desk: FakeDesk, accounts: FakeAccounts, me: Me | undefined, asked: Asked): Answer {
  const { method, path, body } = asked;
  const row = `${method} ${path}`;
  if (row === 'GET /api/session') return { json: accounts.session(me) };
  if (row === 'POST /api/session') return signIn(accounts, body);
  if (row === 'POST /api/invitation')
    return {
      json: { outcome: 'done', secret: SECRET, uri: `otpauth://totp/Lantern:ana?secret=${SECRET}&issuer=Lantern` },
    };
  if (row === 'POST /api/invitation/confirm')
    return body.code === '123456'
      ? { json: { outcome: 'done', recoveryCodes: Array.from({ length: 8 }, (_, n) => `k7fq-2m${n}x-p9wd`) } }
      : { json: { outcome: 'wrong' } };
  if (!me) return { status: 401, json: { error: 'signed-out' } };
  if (row === 'DELETE /api/session') return { status: 204, signIn: '' };
  if (row === 'PUT /api/me/shift') return { json: accounts.change(me.id, { shift: body.shift }) };
  if (row === 'PUT /api/me/settings')
    return { json: accounts.change(me.id, { settings: { ...me.settings, ...body } }) };
  if (row === 'POST /api/me/password')
    return { json: { outcome: body.current === 'right password here' ? 'done' : 'wrong' } };
  if (row === 'GET /api/colleagues') return { json: accounts.colleagues(me.id) };
  if (row === 'GET /api/steps')
    return {
      json: [
        { step: 'menu.start', label: 'The menu' },
        { step: 'tip.safe', label: 'A tip, from its start' },
      ],
    };
  const practised = answerPractice(asked, (at) => answerFake(desk, accounts, me, { ...asked, path: at }));
  if (practised) return practised;
  const recorded = answerRecords(asked);
  if (recorded) return recorded;
  const led = answerFloor(desk, accounts, me, asked) ?? answerReviews(desk, me, asked) ?? answerStatistics(asked);
  if (led) return led;
  const kept = answerAdmin(asked);
  if (kept) return kept;
  const supervises = me.roles.includes('supervisor');
  const staff = { id: me.id, name: me.name };
  if (row === 'GET /api/queue') return { json: desk.queue(staff, supervises) };
  if (row === 'POST /api/next') {
    const next = desk
      .queue(staff, supervises)
      .waiting.find(({ reservedFor }) => !reservedFor || reservedFor.id === me.id);
    return { json: next ? desk.claim(desk.talk(next.talk), staff) : { outcome: 'not-waiting' } };
  }
  const [, id = '', act = ''] = /^\/api\/talks\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
  const talk = desk.talk(id);
  if (!talk) return { status: 404, json: { error: 'unknown' } };
  if (method === 'GET') return { json: desk.view(talk, staff, Number(asked.query.get('after') ?? 0)) };
  if (act === 'media') return { file: PICTURE, type: 'image/svg+xml' };
  return { json: command(desk, talk, act, body, staff) };
}

function signIn(accounts: FakeAccounts, body: Asked['body']): Answer {
  if (body.login === 'needs-code' && body.code === undefined) return { json: { outcome: 'code-needed' } };
  const me = accounts.find(body.login);
  return me ? { json: { outcome: 'signed-in' }, signIn: me.id } : { json: { outcome: 'wrong' } };
}

function command(desk: FakeDesk, talk: FakeTalk, act: string, body: Asked['body'], by: StaffName): CommandResult {
  switch (act) {
    case 'claim':
      return desk.claim(talk, by);
    case 'say':
      return desk.say(talk, body, by);
    case 'unsay':
      return desk.unsay(body.id);
    case 'draft':
      talk.draft = body.text;
      return { outcome: 'done' };
    case 'note':
      talk.notes = [...talk.notes, { at: Date.now(), by, text: body.text }];
      return desk.mark(talk, by, 'note');
    case 'danger':
      talk.handoff = { ...talk.handoff, danger: body.level === 'none' ? undefined : body.level };
      return desk.mark(talk, by, `danger-${body.level}`);
    case 'attention':
      return desk.mark(talk, by, body.on ? 'attention' : 'attention-over', { attention: body.on });
    case 'translate':
      return { outcome: 'done', translation: translated(talk, body) } as CommandResult;
    case 'mute':
      return desk.mark(talk, by, body.on ? 'mute' : 'unmute', { muted: body.on });
    case 'reveal':
      return { outcome: 'done', number: '+15555550143' } as CommandResult;
    case 'release':
      return desk.mark(talk, by, 'release', { status: 'waiting', owner: undefined, since: Date.now() });
    case 'close':
      return desk.close(talk);
    default:
      return { outcome: 'unknown' };
  }
}

function translated(talk: FakeTalk, { n, text }: Asked['body']) {
  const { language } = talk.handoff;
  return n === undefined
    ? { text: `[${language}] ${text}`, from: 'en', to: language, machine: true }
    : { text: '[en] what they wrote', from: language, to: 'en', machine: true };
}
