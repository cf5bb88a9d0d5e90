import type { Directory } from '../directory/directory.ts';
import type { CalendarDay } from '../flow/calendar.ts';
import type { Flow } from '../flow/flow.ts';
import type { Locales } from '../flow/locales.ts';
import type { Profile } from '../flow/profile.ts';
import type { Lists } from '../understanding/compile-lists.ts';
import type { DangerList, WordList } from '../understanding/lists.ts';
import type { Places } from '../understanding/place-lists.ts';
import type { Services } from '../understanding/service-lists.ts';
import type { TopicIndex } from '../understanding/topic-index.ts';

/** Danger lists apply at once, unpinned: today's may be laid over the set a conversation is pinned to. */
export type DangerLists = readonly DangerList[];

/** What operators published, read: immutable, and named by the hash of its files. */
export interface PublishedSet {
  hash: string;
  profile: Profile;
  flows: readonly Flow[];
  locales: Locales;
  directory: Directory;
  /** Names of places and of kinds of help. */
  places: Places;
  services: Services;
  /** What people ask for in their own words. */
  topics: TopicIndex;
  /** The topics that have a step of their own; a question without one is answered where it is asked. */
  topicSteps: ReadonlyMap<string, string>;
  /** Dates that the line can tell of. */
  calendar: readonly CalendarDay[];
  words: readonly WordList[];
  danger: DangerLists;
  /** `words` and `danger`, compiled for matching. */
  lists: Lists;
}
