import { z } from 'zod';
import { WORK_STATUSES } from '../../hotline/records/record-view.ts';

const search = {
  statuses: z.array(z.enum(WORK_STATUSES)).min(1).max(WORK_STATUSES.length),
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
};

/** POST /api/records/search → RecordPage */
export const recordSearchBody = z.strictObject({
  ...search,
  after: z.strictObject({ at: z.number(), id: z.string().max(64) }).optional(),
});
/** POST /api/records/export, for supervisors and operators → RecordExport */
export const recordExportBody = z.strictObject(search);
/** POST /api/records/:record/status → RecordResult. `seen`: the record's `at` as it was shown. */
export const recordStatusBody = z.strictObject({ status: z.enum(WORK_STATUSES), seen: z.number() });
/** POST /api/records/:record/assign: without an account it is everybody's again. */
export const recordAssignBody = z.strictObject({ account: z.string().max(40).optional() });
/** POST /api/records/:record/note */
export const recordNoteBody = z.strictObject({ text: z.string().trim().min(1).max(4_000) });
/**
 * POST /api/records/:record/answer: a canned follow-up with its blanks filled, or words of one's own, which a second person
 * approves; empty words take the answer back.
 */
export const recordAnswerBody = z.union([
  z.strictObject({ text: z.string().trim().max(2_000) }),
  z.strictObject({
    reply: z.string().max(64),
    language: z.string().regex(/^[a-z]{2}$/),
    blanks: z.record(z.string().max(40), z.string().trim().max(100)),
  }),
]);
/** POST /api/records/:record/approve, for supervisors and operators. `seen`: the answer's `at` as it was read. */
export const recordApproveBody = z.strictObject({ seen: z.number() });
/** POST /api/talks/:talk/records, by whoever holds the conversation, and supervisors → RecordResult<{ code?, text? }> */
export const talkRecordBody = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  kind: z.string().max(40),
  answers: z.record(z.string().max(40), z.string().trim().min(1).max(2_000)),
  adds: z.boolean().default(false),
});

export type TalkRecordBody = z.input<typeof talkRecordBody>;
export type RecordSearchBody = z.input<typeof recordSearchBody>;
export type RecordExportBody = z.input<typeof recordExportBody>;
export type RecordStatusBody = z.input<typeof recordStatusBody>;
export type RecordApproveBody = z.input<typeof recordApproveBody>;
export type RecordAssignBody = z.input<typeof recordAssignBody>;
export type RecordNoteBody = z.input<typeof recordNoteBody>;
export type RecordAnswerBody = z.input<typeof recordAnswerBody>;
