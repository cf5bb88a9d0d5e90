import type { Directory } from '../directory/directory.ts';
import type { Flow } from '../flow/flow.ts';
import type { Locales } from '../flow/locales.ts';
import type { Profile } from '../flow/profile.ts';
import type { Lists } from '../understanding/compile-lists.ts';
import type { DangerList, WordList } from '../understanding/lists.ts';

/** Danger lists apply at once, unpinned: today's may be laid over the set a conversation is pinned to. */
export type DangerLists = readonly DangerList[];

/** What operators published, read: immutable, and named by the hash of its files. */
export interface PublishedSet {
  hash: string;
  profile: Profile;
  flows: readonly Flow[];
  locales: Locales;
  directory: Directory;
  words: readonly WordList[];
  danger: DangerLists;
  /** `words` and `danger`, compiled for matching. */
  lists: Lists;
}
