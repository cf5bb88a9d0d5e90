import { z } from 'zod';
import { PRIORITIES, type Priority } from './priority.ts';

export { PRIORITIES, type Priority };

/** One of the line's own questions, standing above the step's until it is answered. */
export const ASIDES = ['danger', 'help', 'scope', 'delete', 'safe', 'media'] as const;

export type Aside = (typeof ASIDES)[number];

const ms = z.int().min(0);
const code = z.string().min(1).max(80);

const cardNote = z.strictObject({
  since: ms,
  priority: z.enum(PRIORITIES),
  reasons: z.array(code),
  owner: z.string().optional(),
  silentSince: ms.optional(),
  alerts: z.array(code).optional(),
  /** A supervisor was asked to look. */
  attention: z.literal(true).optional(),
  /** Handed to this account, which alone may take it until then. */
  reserved: z.strictObject({ for: z.string(), until: ms }).optional(),
  /** A tag that the next advocate should have. */
  skill: z.string().optional(),
  /** Since when the person waits for the advocate's answer. */
  unanswered: ms.optional(),
  /** A human has them or had them, and has written to them. */
  met: z.enum(['held', 'answered']).optional(),
  /** This advocate has written. */
  answered: z.literal(true).optional(),
  /** They have been told that nobody is there. */
  nobody: z.literal(true).optional(),
});

const contextSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  /** The language the texter writes in, where the line does not offer it. */
  speaks: z.string().optional(),
  /** When the texter last wrote. Unset when nothing but a late text has come. */
  last: ms.optional(),
  /** The highest level so far; it never goes down by itself. */
  danger: z.enum(['crisis', 'imminent']).optional(),
  minor: z.literal(true).optional(),
  selfHarm: z.literal(true).optional(),
  aside: z.enum(ASIDES).optional(),
  /** A doubt about danger has been asked about: it is not asked again, or one text could be asked about for ever. */
  doubted: z.literal(true).optional(),
  /** What was told in answer to an open question, for as long as a doubt about danger in it is asked about. */
  unread: z.string().optional(),
  /** Unclear answers in a row to the question that stands. */
  misses: z.int().optional(),
  /** Question steps to go BACK to, the newest last. */
  history: z.array(z.string()).optional(),
  answers: z.record(z.string(), z.string()).optional(),
  /** The answers stand in a record already. */
  recorded: z.literal(true).optional(),
  /** Nothing goes out by itself until the texter writes. */
  held: z.enum(['hold', 'who']).optional(),
  /** The conversation was moved to the safe step, which has not been asked yet. */
  moved: z.literal(true).optional(),
  card: cardNote.optional(),
  /** A human has turned off the alarms of this number. */
  muted: z.literal(true).optional(),
  waitFrom: ms.optional(),
  notices: z.int().optional(),
  /** When an empty text was last answered. */
  emptyAt: ms.optional(),
  /** Safety replies known to be lost, to be said first at the next text. */
  lost: z.array(z.string()).optional(),
});

export const conversationStateSchema = z.strictObject({
  /** The published set it is pinned to. */
  set: z.string(),
  /** Dotted: `bot.tip.where`, `waiting`, `live`, `quiet`, `stopped`. */
  value: z.string(),
  context: contextSchema,
});

export type CardNote = z.infer<typeof cardNote>;
/** Kept small: it is sealed and stored with every turn, so what is unset is left out. */
export type ConversationContext = z.infer<typeof contextSchema>;
export type ConversationState = z.infer<typeof conversationStateSchema>;
export type Root = 'bot' | 'waiting' | 'live' | 'quiet' | 'stopped';

export function rootOf(value: string): Root {
  return value.split('.', 1)[0] as Root;
}
