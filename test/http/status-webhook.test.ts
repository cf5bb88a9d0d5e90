import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MESSAGE_STATUSES } from '../../src/adapters/twilio/parse-status.ts';
import { FORM, type Served, serveApp } from './support/serve-app.ts';
import { MESSAGE_SID, PUBLIC_URL, signed, statusForm } from './support/twilio-request.ts';

let line: Served;
beforeEach(async () => {
  line = await serveApp();
});
afterEach(() => line.close());

describe('POST /twilio/status', () => {
  it.each(MESSAGE_STATUSES)('reports %s under our own id', async (status) => {
    const answer = await line.status('out_1-A', statusForm({ MessageStatus: status }));
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(line.reports).toEqual([{ oid: 'out_1-A', sid: MESSAGE_SID, status, to: '+15555550100', from: '233733' }]);
  });

  it('tells the carrier’s code as a number', async () => {
    await line.status('out-1', statusForm({ MessageStatus: 'undelivered', ErrorCode: '30007' }));
    expect(line.reports).toMatchObject([{ status: 'undelivered', errorCode: 30007 }]);
  });

  it.each(['', '0'])('takes ErrorCode=%s for none', async (ErrorCode) => {
    await line.status('out-1', statusForm({ ErrorCode }));
    expect(line.reports[0]).not.toHaveProperty('errorCode');
  });

  it('hands on every callback, in any order and number: ranking them is the lane’s', async () => {
    for (const MessageStatus of ['delivered', 'sent', 'delivered', 'queued']) {
      expect((await line.status('out-1', statusForm({ MessageStatus }))).status).toBe(204);
    }
    expect(line.reports.map(({ status }) => status)).toEqual(['delivered', 'sent', 'delivered', 'queued']);
  });

  it('answers 204 to an id that is unknown or forgotten, and to a callback without one', async () => {
    expect((await line.status('never-heard-of')).status).toBe(204);
    const url = `${PUBLIC_URL}/twilio/status`;
    const form = statusForm();
    const headers = { ...FORM, ...signed(url, form) };
    const answer = await line.call({ path: '/twilio/status', headers, body: new URLSearchParams(form).toString() });
    expect(answer.status).toBe(204);
    expect(line.reports).toHaveLength(1);
  });

  it('answers 503 when the report could not be stored', async () => {
    await line.close();
    line = await serveApp({ report: () => Promise.reject(new Error('gone')) });
    const answer = await line.status('out-1');
    expect(answer).toMatchObject({ status: 503, body: '{"error":"not-stored"}' });
  });

  const refused: [string, number, string, Record<string, string>][] = [
    ['another account', 403, 'oid=out-1', { AccountSid: `AC${'b'.repeat(32)}` }],
    ['a status that Twilio does not have', 400, 'oid=out-1', { MessageStatus: 'eaten' }],
    ['a SID of another kind', 400, 'oid=out-1', { MessageSid: 'foo:{*}' }],
    ['a code that is none', 400, 'oid=out-1', { ErrorCode: 'NaN' }],
    ['a recipient that is no address', 400, 'oid=out-1', { To: '' }],
    ['an id with a slash', 403, 'oid=a/b', {}],
    ['an escaped id', 403, 'oid=out%2D1', {}],
    ['an id of 65 characters', 403, `oid=${'x'.repeat(65)}`, {}],
    ['an empty id', 403, 'oid=', {}],
    ['two ids', 403, 'oid=a&oid=b', {}],
    ['a parameter beside the id', 403, 'oid=out-1&x=1', {}],
    ['another order', 403, 'x=1&oid=out-1', {}],
    ['a nested id', 403, 'oid[a]=1', {}],
  ];
  it.each(refused)('%s, though signed: %d', async (_what, status, query, changes) => {
    const form = statusForm(changes);
    const path = `/twilio/status?${query}`;
    const answer = await line.call({
      path,
      headers: { ...FORM, ...signed(PUBLIC_URL + path, form) },
      body: new URLSearchParams(form).toString(),
    });
    expect(answer.status).toBe(status);
    expect(line.reports).toEqual([]);
  });
});
