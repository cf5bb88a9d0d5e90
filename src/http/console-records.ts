import type { z } from 'zod';
import type { Staff } from '../hotline/desk/desk-service.ts';
import type { RecordDesk } from '../hotline/records/record-desk.ts';
import type { RecordResult } from '../hotline/records/record-view.ts';
import { listingBody, refuseListingBody } from './console-bodies/listings.ts';
import {
  recordAnswerBody,
  recordApproveBody,
  recordAssignBody,
  recordExportBody,
  recordNoteBody,
  recordSearchBody,
  recordStatusBody,
  talkRecordBody,
} from './console-bodies/records.ts';
import { staffOf } from './console-desk.ts';
import type { ConsoleGuard } from './console-guards.ts';
import { api, outcome, type Reply } from './console-row.ts';
import type { Route } from './route.ts';

/** What staff do with what people reported: found, read, seen to, answered, passed on. */
export const RECORD_ROUTES: readonly Route[] = [
  // What is looked for says what somebody works on, so it stands in the body and not in the address.
  api('post', '/api/records/search', 'records', {
    body: recordSearchBody,
    answer: async ({ records }, { body }) => ({ json: await records.list(body) }),
  }),
  api('post', '/api/records/export', 'editors', {
    body: recordExportBody,
    answer: async ({ records }, { me, body }) => ({ json: await records.export(staffOf(me), body) }),
  }),
  api('get', '/api/records/:record', 'records', {
    async answer({ records }, { me, params }): Promise<Reply> {
      const view = await records.view(params.record ?? '', me.settings.language);
      return view === undefined ? { refusal: 'not-found' } : { json: view };
    },
  }),
  api('get', '/api/talks/:talk/records', 'desk', {
    async answer({ talkRecords }, { me, params }): Promise<Reply> {
      const forms = await talkRecords.forms(staffOf(me), params.talk ?? '', me.settings.language);
      return forms === undefined ? { refusal: 'not-found' } : { json: forms };
    },
  }),
  api('post', '/api/talks/:talk/records', 'desk', {
    body: talkRecordBody,
    answer: async ({ talkRecords }, { me, params, body }) =>
      outcome(await talkRecords.make(staffOf(me), params.talk ?? '', body)),
  }),
  act('status', recordStatusBody, (records, staff, id, { status, seen }) => records.setStatus(staff, id, status, seen)),
  act('assign', recordAssignBody, (records, staff, id, { account }) => records.assign(staff, id, account)),
  act('note', recordNoteBody, (records, staff, id, { text }) => records.note(staff, id, text)),
  api('post', '/api/records/:record/answer', 'records', {
    body: recordAnswerBody,
    async answer({ records, replies }, { me, params, body }) {
      const words = 'text' in body ? body : await replies.followUp(body.reply, body.language, body.blanks);
      if (words === undefined) return outcome({ outcome: 'unknown-reply' });
      return outcome(await records.answer(staffOf(me), params.record ?? '', words));
    },
  }),
  api('get', '/api/records/:record/listing', 'editors', {
    async answer({ listings }, { params }): Promise<Reply> {
      const draft = await listings.draft(params.record ?? '');
      return draft === undefined ? { refusal: 'not-found' } : { json: draft };
    },
  }),
  api('post', '/api/records/:record/listing', 'editors', {
    body: listingBody,
    answer: async ({ listings }, { me, params, body }) =>
      outcome(await listings.approve(staffOf(me), params.record ?? '', body)),
  }),
  api('post', '/api/records/:record/refuse', 'editors', {
    body: refuseListingBody,
    answer: async ({ listings }, { me, params, body }) =>
      outcome(await listings.refuse(staffOf(me), params.record ?? '', body.missing, body.reason)),
  }),
  act('approve', recordApproveBody, (records, staff, id, { seen }) => records.approve(staff, id, seen), 'editors'),
];

/** Something done about one record. */
function act<Schema extends z.ZodType>(
  path: string,
  body: Schema,
  run: (records: RecordDesk, staff: Staff, id: string, body: z.output<Schema>) => Promise<RecordResult>,
  guard: ConsoleGuard = 'records',
): Route {
  return api('post', `/api/records/:record/${path}`, guard, {
    body,
    answer: async ({ records }, { me, params, body: given }) =>
      outcome(await run(records, staffOf(me), params.record ?? '', given)),
  });
}
