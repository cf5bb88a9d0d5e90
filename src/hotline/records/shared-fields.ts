import type { RecordStory } from '../record-story.ts';
import type { Sharing } from './record-view.ts';

/** How to reach its teller. */
const CONTACT = 'contact';

/** What each choice of consent lets out. Any other choice, and none, lets nothing out. */
const BY_CONSENT: Record<string, Sharing> = { 'share-contact': 'everything', 'share-tip': 'facts' };

/**
 * Kinds that are given to be acted on in their teller's name, so that there is nothing to ask. Feedback is nobody's but the
 * line's: of it the mark alone may leave, never the words.
 */
const BY_KIND: Record<string, Sharing | readonly string[]> = {
  training: 'everything',
  involved: 'everything',
  'organization-add': 'everything',
  'organization-update': 'everything',
  feedback: ['helped'],
};

/** What of a record its teller agreed may be passed on. */
export function sharingOf({ kind, consent }: Pick<RecordStory, 'kind' | 'consent'>): Sharing {
  const chosen = BY_CONSENT[consent];
  if (chosen !== undefined) return chosen;
  const given = consent === 'none' ? BY_KIND[kind] : undefined;
  return given === undefined ? 'nothing' : typeof given === 'string' ? given : 'facts';
}

/** Whether one answer of a record, or of what was added to it, may leave the line. */
export function isShared(story: Pick<RecordStory, 'kind' | 'consent'>, field: string): boolean {
  const sharing = sharingOf(story);
  if (sharing !== 'facts') return sharing === 'everything';
  const named = BY_KIND[story.kind];
  return typeof named === 'object' ? named.includes(field) : field !== CONTACT;
}
