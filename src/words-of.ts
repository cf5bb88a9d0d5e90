import { createWords } from './adapters/i18next/create-words.ts';
import type { PublishedSet } from './conversation/published-set.ts';
import { textsOf } from './flow/locales.ts';
import { standingValues } from './flow/profile.ts';
import type { Words } from './hotline/ports.ts';

/** The words of a published set, with what every text may name of the line itself. */
export function wordsOf({ locales, profile }: PublishedSet): Words {
  return createWords(textsOf(locales), { defaultLanguage: profile.defaultLanguage, standing: standingValues(profile) });
}
