import type { LaneRef } from '../lane.ts';
import type { DeskEvent } from './desk-event.ts';

/** The desk's index: rebuilt from the lanes if lost, never an authority. */
export interface DeskIndex {
  /**
   * Shows a lane's card or takes it away, and tells the consoles in the same breath. Ignores a version not above the one it
   * has, so that it may be said again.
   */
  put(ref: LaneRef, version: number, shown: Shown): Promise<void>;
  list(): Promise<DeskEntry[]>;
  /** The lane of a conversation that is or was on the desk, until it is forgotten. */
  find(talk: string): Promise<LaneRef | undefined>;
  forget(talks: readonly string[]): Promise<void>;
  /** Whether every lane has been looked at since the index began: not so where it was lost. */
  isWhole(): Promise<boolean>;
  markWhole(): Promise<void>;
  /** Lets an earlier conversation of somebody on the desk be found too, for a day. */
  point(talk: string, ref: LaneRef): Promise<void>;
}

/** What a turn shows of a lane. */
export interface Shown {
  talk: string;
  /** The conversation whose card this one takes the place of. */
  was?: string;
  /** As JSON; without one the card goes. */
  card?: string;
  /** It has just come in red. */
  ring?: true;
}

export interface DeskEntry {
  ref: LaneRef;
  version: number;
  talk: string;
  card: string;
}

export interface TaggedEvent {
  /** The stream's: rises with every event. */
  id: string;
  event: DeskEvent;
}

/** What has changed at the desk, in order, for as long as the last 10,000 or so events reach. */
export interface DeskEvents {
  append(event: DeskEvent): Promise<void>;
  /** The id of the newest event. */
  last(): Promise<string>;
  /** What came after an id, oldest first, at most `limit`. `gone` when some of it is no longer kept. */
  since(id: string, limit: number): Promise<TaggedEvent[] | 'gone'>;
  /** What comes after an id; waits up to `ms` for the first. One caller at a time. */
  next(id: string, ms: number): Promise<TaggedEvent[]>;
  close(): void;
}

/** Whose console is open, on the store's own time. */
export interface Presence {
  beat(account: string): Promise<void>;
  /** It was closed on purpose. */
  left(account: string): Promise<void>;
  /** By account: ms since its last beat, for all who gave one within a day. */
  seen(): Promise<Map<string, number>>;
}

/** Notes, drafts and translations beside a conversation, sealed under its key, and kept as long as that. */
export interface TalkPapers {
  addNote(talk: string, sealed: Buffer): Promise<void>;
  /** Oldest first. */
  notes(talk: string): Promise<Buffer[]>;
  /** Undefined takes it away. */
  setDraft(talk: string, account: string, sealed: Buffer | undefined): Promise<void>;
  draft(talk: string, account: string): Promise<Buffer | undefined>;
  /** The last one of a name stays. */
  keepTranslation(talk: string, name: string, sealed: Buffer): Promise<void>;
  /** By name. */
  translations(talk: string): Promise<Map<string, Buffer>>;
  erase(talks: readonly string[]): Promise<void>;
}

/** A machine that puts words into another language. Languages are codes such as `es`. */
export interface Translator {
  /** Whether it ever can: the desk offers nothing that it cannot. */
  knows(from: string, to: string): boolean;
  /** Undefined when it cannot now. Whatever shows or keeps the words says that they are a machine's. */
  translate(text: string, from: string, to: string): Promise<{ text: string; machine: true } | undefined>;
}

/** Pictures and files that texters sent, where the provider keeps them. */
export interface MediaSource {
  /** Undefined when it is not there any more, too large, or not at the provider's own address. */
  fetch(url: string): Promise<{ contentType: string; bytes: Buffer } | undefined>;
}
