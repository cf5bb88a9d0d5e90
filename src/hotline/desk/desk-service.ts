import type { Me } from '../accounts/account.ts';
import type { DeskEvent } from './desk-event.ts';
import type {
  BotStep,
  Colleague,
  CommandResult,
  ContactOutcome,
  KindOfContact,
  Original,
  Queue,
  TalkView,
  Translation,
} from './desk-view.ts';

/** Whoever acts at the desk, as the session knows them at this moment. */
export type Staff = Pick<Me, 'id' | 'name' | 'roles' | 'languages' | 'skills' | 'loadCap' | 'shift'>;

/**
 * What people do at the desk. Nothing here throws for what a person may do wrong: every refusal is a value. Who may call what
 * by role is the route table's; who may touch which conversation is decided here. Nothing here writes the audit: the caller
 * does, before it answers.
 */
export interface DeskService {
  queue(staff: Staff): Promise<Queue>;
  /** Takes the person who should be next for this advocate. `not-waiting` when nobody waits for them. */
  next(staff: Staff): Promise<CommandResult<{ talk: string; fence: number }>>;
  /** A supervisor: any that waits; an advocate: one that is reserved for them, or that they hold already. */
  claim(staff: Staff, talk: string): Promise<CommandResult<{ fence: number }>>;
  /** Entries from `after` on, questions worded in `language`. Undefined when there is no such talk, or it was forgotten. */
  view(staff: Staff, talk: string, options: { after: number; language: string }): Promise<TalkView | undefined>;
  say(staff: Staff, talk: string, say: Say): Promise<CommandResult>;
  /** Takes back a text that is still inside the undo window; else `too-late`. */
  unsay(staff: Staff, talk: string, unsay: { id: string; fence: number }): Promise<CommandResult>;
  release(staff: Staff, talk: string, release: Release): Promise<CommandResult>;
  close(staff: Staff, talk: string, close: Close): Promise<CommandResult>;
  danger(staff: Staff, talk: string, danger: SetDanger): Promise<CommandResult>;
  note(staff: Staff, talk: string, note: { text: string }): Promise<CommandResult>;
  draft(staff: Staff, talk: string, draft: { text: string }): Promise<CommandResult>;
  /** Asks a supervisor to look, or says that one has. */
  attention(
    staff: Staff,
    talk: string,
    attention: { on: boolean; reason?: string | undefined },
  ): Promise<CommandResult>;
  mute(staff: Staff, talk: string, mute: { on: boolean; reason: string }): Promise<CommandResult>;
  /** E.164, or a channel address. The reason is kept with the notes, sealed. */
  reveal(staff: Staff, talk: string, reveal: { reason: string }): Promise<CommandResult<{ number: string }>>;
  /** The bytes of a picture or file: the `at`th of entry `n`. Fetched from the provider now, and kept nowhere. */
  media(staff: Staff, talk: string, media: { n: number; at: number }): Promise<CommandResult<MediaFile>>;
  /**
   * What a machine makes of entry `n`, a text of theirs, in `language`; it is kept beside the entry. Or what it makes of `text`,
   * written in `language`, in theirs; it is kept once it is said. `untranslated` where no machine can.
   */
  translate(
    staff: Staff,
    talk: string,
    what: { n: number } | { text: string },
    language: string,
  ): Promise<CommandResult<{ translation: Translation }>>;
  /** A supervisor takes a conversation from whoever holds it, for another advocate, a skill, or the whole queue. */
  reassign(staff: Staff, talk: string, to: Reassign): Promise<CommandResult>;
  /** Where the bot may go on when a conversation is given back to it. */
  steps(language: string): BotStep[];
  /** Everybody who can be handed a conversation, whether their console is open, and what they hold. */
  colleagues(): Promise<(Colleague & { present: boolean })[]>;
  /** The console of this account is open: said every 5 s while its event stream stands. */
  beat(account: string): Promise<void>;
  /** It was closed on purpose, or the login has ended: what they hold goes back to the queue at the next look. */
  left(account: string): Promise<void>;
  events: DeskFeed;
}

/** One reader a process; every console's stream hangs on it. */
export interface DeskFeed {
  append(event: DeskEvent): Promise<void>;
  /** Whether the store has answered lately: if not, what comes is not heard here, and nobody should think it is. */
  readonly current: boolean;
  /**
   * Hears what came after the stream's id `after` (undefined: from now on), in order and without a gap, then what comes. The
   * first event is `reset` when what came after `after` is no longer kept.
   */
  follow(after: string | undefined, hear: (event: DeskEvent, id: string) => void): Promise<{ close(): void }>;
  /** Ends the reader; nobody hears anything more. */
  close(): Promise<void>;
}

export interface Say {
  /** The browser's own: said again it is not sent again. */
  id: string;
  fence: number;
  text: string;
  /** Warnings that the advocate has read and overrides. */
  confirmed: readonly ('silent' | 'wrong-thread')[];
  /** What they wrote, where `text` is a machine's translation of it: both are kept. */
  original?: Original | undefined;
}

export interface Release {
  fence: number;
  to: 'queue' | 'bot';
  step?: string | undefined;
  account?: string | undefined;
  skill?: string | undefined;
  note?: string | undefined;
  /** As of {@link Close}. */
  seen?: number | undefined;
}

export interface Reassign {
  account?: string | undefined;
  skill?: string | undefined;
  note?: string | undefined;
}

export interface Close {
  fence: number;
  kind: KindOfContact;
  outcome: ContactOutcome;
  /** It was hard on the advocate: supervisors see it, and offer a break. */
  hard: boolean;
  /** `lastTextAt` of the card as the advocate saw it. What came later keeps the person on the desk. */
  seen?: number | undefined;
}

export interface SetDanger {
  fence: number;
  level: 'none' | 'crisis' | 'imminent';
  reason: string;
}

export interface MediaFile {
  contentType: string;
  bytes: Buffer;
}
