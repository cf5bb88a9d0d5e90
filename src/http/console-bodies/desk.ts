import { z } from 'zod';
import { KINDS_OF_CONTACT, OUTCOMES } from '../../hotline/desk/desk-view.ts';

const fence = z.int().min(1);
const id = z.string().regex(/^[\w-]{8,64}$/);
const words = z.string().max(20_000);
const why = z.string().trim().min(3).max(500);
/** `lastTextAt` of the card as it was seen. */
const seen = z.int().min(0);

/** POST /api/next → CommandResult<{ talk, fence }> */
export const nextBody = z.strictObject({});
/** POST /api/talks/:talk/claim (supervisor: any that waits; advocate: one reserved for them) → CommandResult<{ fence }> */
export const claimBody = z.strictObject({});
/**
 * POST /api/talks/:talk/say. `id` is the browser's own: said again it is not sent again. `confirmed` overrides a warning.
 * `original`: what was written, where `text` is a machine's translation of it.
 */
export const sayBody = z.strictObject({
  id,
  fence,
  text: words,
  confirmed: z.array(z.enum(['silent', 'wrong-thread'])).default([]),
  original: z.strictObject({ text: words, language: z.string().regex(/^[a-z]{2}$/) }).optional(),
});
/** POST /api/talks/:talk/unsay: takes back what is still inside the undo window; else `too-late`. */
export const unsayBody = z.strictObject({ id, fence });
/** POST /api/talks/:talk/release */
export const releaseBody = z.strictObject({
  fence,
  to: z.enum(['queue', 'bot']),
  /** For the bot: the step at which it goes on, of those that GET /api/steps names. */
  step: z.string().max(80).optional(),
  /** For the queue: whom or what it is for. */
  account: z.string().max(40).optional(),
  skill: z.string().max(40).optional(),
  note: z.string().max(2_000).optional(),
  seen: seen.optional(),
});
/** POST /api/talks/:talk/close. `stale`: they wrote something that this console has not shown yet. */
export const closeBody = z.strictObject({
  fence,
  kind: z.enum(KINDS_OF_CONTACT),
  outcome: z.enum(OUTCOMES),
  hard: z.boolean().default(false),
  seen: seen.optional(),
});
/** POST /api/talks/:talk/danger */
export const dangerBody = z.strictObject({ fence, level: z.enum(['none', 'crisis', 'imminent']), reason: why });
/** POST /api/talks/:talk/note */
export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(4_000) });
/** PUT /api/talks/:talk/draft */
export const draftBody = z.strictObject({ text: words });
/** POST /api/talks/:talk/attention */
export const attentionBody = z.strictObject({ on: z.boolean(), reason: z.string().max(500).optional() });
/** POST /api/talks/:talk/mute: no more alarms of this texter's; their texts are kept and shown all the same. */
export const muteBody = z.strictObject({ on: z.boolean(), reason: why });
/** POST /api/talks/:talk/reveal → CommandResult<{ number }> */
export const revealBody = z.strictObject({ reason: why });
/** POST /api/talks/:talk/media → the file's bytes: the `at`th of entry `n`. */
export const mediaBody = z.strictObject({ n: z.int().min(0), at: z.int().min(0) });
/** POST /api/talks/:talk/translate: entry `n` of theirs, or words before they are said → CommandResult<{ translation }> */
export const translateBody = z.union([
  z.strictObject({ n: z.int().min(0) }),
  z.strictObject({ text: z.string().trim().min(1).max(4_000) }),
]);
/** POST /api/talks/:talk/reassign, for supervisors: to an account, a skill, or the whole queue. */
export const reassignBody = z.strictObject({
  account: z.string().max(40).optional(),
  skill: z.string().max(40).optional(),
  note: z.string().max(2_000).optional(),
});

export type NextBody = z.input<typeof nextBody>;
export type ClaimBody = z.input<typeof claimBody>;
export type SayBody = z.input<typeof sayBody>;
export type UnsayBody = z.input<typeof unsayBody>;
export type ReleaseBody = z.input<typeof releaseBody>;
export type CloseBody = z.input<typeof closeBody>;
export type DangerBody = z.input<typeof dangerBody>;
export type NoteBody = z.input<typeof noteBody>;
export type DraftBody = z.input<typeof draftBody>;
export type AttentionBody = z.input<typeof attentionBody>;
export type MuteBody = z.input<typeof muteBody>;
export type RevealBody = z.input<typeof revealBody>;
export type MediaBody = z.input<typeof mediaBody>;
export type TranslateBody = z.input<typeof translateBody>;
export type ReassignBody = z.input<typeof reassignBody>;
