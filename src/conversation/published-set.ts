import type { Directory } from '../directory/directory.ts';
import type { CalendarDay } from '../flow/calendar.ts';
import type { Flow } from '../flow/flow.ts';
import type { Locales } from '../flow/locales.ts';
import type { Profile } from '../flow/profile.ts';
import type { DangerList } from '../understanding/lists.ts';
import type { Understanding } from './read-understanding.ts';

/** Danger lists apply at once, unpinned: today's may be laid over the set a conversation is pinned to. */
export type DangerLists = readonly DangerList[];

/** What operators published, read: immutable, and named by the hash of its files. */
export interface PublishedSet extends Understanding {
  hash: string;
  profile: Profile;
  flows: readonly Flow[];
  locales: Locales;
  directory: Directory;
  /** The topics that have a step of their own; a question without one is answered where it is asked. */
  topicSteps: ReadonlyMap<string, string>;
  /** Dates that the line can tell of. */
  calendar: readonly CalendarDay[];
}
