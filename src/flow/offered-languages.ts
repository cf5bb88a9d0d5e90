import type { Profile } from './profile.ts';
import type { SetFiles } from './set-files.ts';
import { readSource } from './source.ts';

/** Which of a set's languages the line offers: every one, or only those whose texts a person has read. */
export type Offer = 'all' | 'reviewed';

/**
 * The profile with the languages that are offered. `reviewed` leaves out what no one has signed in
 * `locales/<lang>/_about.json`: in danger a wrong word costs more than a foreign one. The default language stays,
 * and so does a language that the operator has turned on with `offerUnreviewed`.
 */
export function offeredLanguages(profile: Profile, files: SetFiles, offer: Offer): Profile {
  if (offer === 'all') return profile;
  const offered = Object.entries(profile.languages).filter(
    ([language, { offerUnreviewed }]) =>
      language === profile.defaultLanguage || offerUnreviewed === true || isReviewed(files, language),
  );
  return { ...profile, languages: Object.fromEntries(offered) };
}

/** Whether someone put a name and a day to the texts of a language. */
function isReviewed(files: SetFiles, language: string): boolean {
  const file = `locales/${language}/_about.json`;
  const { data } = readSource(file, files[file] ?? '{}');
  const { reviewedBy, reviewedOn } = (data ?? {}) as { reviewedBy?: unknown; reviewedOn?: unknown };
  return typeof reviewedBy === 'string' && typeof reviewedOn === 'string';
}
