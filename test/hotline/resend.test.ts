import { describe, expect, it } from '@jest/globals';
import { createResend } from '../../src/hotline/resend.ts';
import { NOW, text } from './samples.ts';

const resend = createResend((code) => code === 30008);
const lost = text('a', {
  ...{ state: 'accepted', sid: 'SM-a', tries: 2, attemptedAt: NOW - 9000, at: NOW - 8000, looks: 1, weight: 'safety' },
  report: { sid: 'SM-a', status: 'undelivered', errorCode: 30008 },
});

describe('resend', () => {
  it('makes a new text of the same words, place and end of life', () => {
    const again = resend(lost, NOW);
    const { id: _own, ...kept } = text('a', { weight: 'safety', at: NOW, resent: true });
    expect(again).toMatchObject(kept);
    expect(again).not.toHaveProperty('report');
    expect(again).not.toHaveProperty('sid');
    expect(again).not.toHaveProperty('attemptedAt');
  });

  it('gives it an id of its own, so that late callbacks of the first cannot be taken for its own', () => {
    const ids = [resend(lost, NOW)?.id, resend(lost, NOW)?.id];
    expect(new Set([...ids, 'a']).size).toBe(3);
    expect(ids[0]).toMatch(/^[\w-]{16}$/);
  });

  it.each([
    ['was sent twice already', { resent: true as const }],
    ['was refused before it left', { report: { sid: '', status: 'failed' as const, errorCode: 30008 } }],
    [
      'was lost for a reason that a second try does not mend',
      { report: { sid: 'SM-a', status: 'undelivered' as const, errorCode: 30003 } },
    ],
    ['was lost for no told reason', { report: { sid: 'SM-a', status: 'undelivered' as const } }],
    ['could not arrive in time', { expiresAt: NOW + 4999 }],
    ['was not lost', { report: undefined }],
  ])('gives up a text that %s', (_why, over) => {
    expect(resend({ ...lost, ...over }, NOW)).toBeUndefined();
  });
});
