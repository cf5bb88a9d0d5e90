/**
 * GET /api/events: server-sent events. `id` is the stream's; a reconnect sends it back as Last-Event-ID. No event holds a word
 * of a person's: it says what has changed, and the console fetches it.
 */
export type DeskEvent =
  /** A card came, changed or went. `ring`: it has just come in red. */
  | { type: 'card'; talk: string; version: number; ring?: boolean }
  /** A text's delivery went on. */
  | { type: 'delivery'; talk: string }
  /** Notes, drafts of others, legal hold: what is beside the conversation. */
  | { type: 'talk'; talk: string }
  /** Shifts, load, accounts on duty. */
  | { type: 'floor' }
  | { type: 'record'; record: string }
  | { type: 'replies' }
  /** What may be referred to has changed. */
  | { type: 'directory' }
  /** The missed events are gone: fetch everything again. */
  | { type: 'reset' }
  /** Every 10 s: a console that hears none for 25 s is stale and says so. */
  | { type: 'beat'; now: number }
  /** The login has ended; nothing more comes. */
  | { type: 'signed-out' }
  /** Another tab of this browser has the stream now; nothing more comes. */
  | { type: 'moved' }
  /** Between the line's processes only: sessions of this account may have ended. */
  | { type: 'account'; account: string };
