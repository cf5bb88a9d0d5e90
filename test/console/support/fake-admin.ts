import type { AccountView, AuditEntry, RetentionView } from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';

const HOUR = 3_600_000;
const SECRET = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
const codes = Array.from({ length: 10 }, (_, n) => `m4k2-q7x${n}-p9wd-t3yz`);

function fakeStaff(now: number): AccountView[] {
  const usual = { languages: ['en'], skills: [], loadCap: 4, status: 'active', shift: 'off', sso: false } as const;
  return [
    {
      ...usual,
      ...{ id: 'eve', login: 'eve', name: 'Eve', seenAt: now - HOUR },
      skills: [],
      languages: ['en', 'es'],
      roles: ['admin'],
    },
    {
      ...usual,
      ...{ id: 'ana', login: 'ana@example.org', name: 'Ana', sso: true },
      skills: ['minors'],
      languages: ['en'],
      roles: ['advocate', 'supervisor'],
    },
    {
      ...usual,
      ...{ id: 'new', login: 'new@example.org', name: 'Noor', status: 'invited', invitedUntil: now - HOUR },
      skills: [],
      languages: ['ht'],
      roles: ['operator'],
    },
    {
      ...usual,
      ...{ id: 'old', login: 'old@example.org', name: 'Otto', status: 'disabled' },
      skills: [],
      languages: ['en'],
      roles: ['advocate'],
    },
  ];
}

function fakeAudit(now: number): AuditEntry[] {
  const acts: Omit<AuditEntry, 'seq' | 'at'>[] = [
    { actor: 'ana', act: 'POST /api/talks/:talk/say', about: 'talk-a1b2c3d4-7f3k', outcome: 'done' },
    { actor: 'eve', act: 'PUT /api/accounts/:account', about: 'old', outcome: 'last-admin' },
    { actor: '-', act: 'POST /api/session', outcome: 'wrong' },
  ];
  return acts.map((entry, n) => ({ ...entry, seq: 300 - n, at: now - n * HOUR }));
}

function fakeRetention(now: number): RetentionView {
  const hold = { kind: 'transcript', by: 'eve', at: now - 80 * HOUR, reason: 'Asked for by a court.' } as const;
  return {
    now,
    days: { transcript: 90, record: 1_095, audit: 2_190 },
    kept: { transcript: 1_204, record: 88, audit: 40_312 },
    due: [
      { from: now, counts: { transcript: 12, record: 1, audit: 0 } },
      { from: now + 48 * HOUR, counts: { transcript: 1, record: 0, audit: 310 } },
    ],
    holds: [
      { ...hold, id: 'talk-a1b2c3d4-7f3k' },
      { ...hold, id: 'record-b2', kind: 'record', lifted: { by: 'eve', at: now - HOUR, reason: 'The case is over.' } },
    ],
  };
}

/** What admins ask for, and what everybody may do about their second factor; undefined for anything else. */
export function answerAdmin({ method, path, body }: Asked): Answer | undefined {
  const row = `${method} ${path}`;
  const now = Date.now();
  const invited = {
    outcome: 'done',
    account: 'new',
    token: 'new.a-token-that-is-shown-once',
    expiresAt: now + 72 * HOUR,
  };
  if (row === 'GET /api/accounts') return { json: fakeStaff(now) };
  if (row === 'POST /api/accounts' || /^POST .*\/invitation$/.test(row)) return { json: invited };
  if (/^POST .*\/unlock$|^PUT \/api\/accounts\//.test(row)) {
    return { json: { outcome: body.disabled && path.endsWith('/eve') ? 'last-admin' : 'done' } };
  }
  if (row === 'GET /api/audit') return { json: { entries: fakeAudit(now), next: 298 } };
  if (row === 'GET /api/retention') return { json: fakeRetention(now) };
  if (row.startsWith('POST /api/retention/')) return { json: { outcome: 'done' } };
  if (row === 'POST /api/audit/verify') return { json: { ok: true, entries: 300 } };
  const proven = body?.password === 'right password here';
  if (row === 'POST /api/me/recovery-codes') {
    return { json: proven ? { outcome: 'done', recoveryCodes: codes } : { outcome: 'wrong' } };
  }
  if (row === 'POST /api/me/authenticator') {
    return {
      json: proven
        ? { outcome: 'done', secret: SECRET, uri: `otpauth://totp/eve?secret=${SECRET}` }
        : { outcome: 'wrong' },
    };
  }
  if (row === 'POST /api/me/authenticator/confirm') {
    return { json: body.code === '123456' ? { outcome: 'done', recoveryCodes: codes } : { outcome: 'wrong' } };
  }
  return undefined;
}
