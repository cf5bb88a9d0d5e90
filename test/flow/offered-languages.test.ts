import { describe, expect, it } from '@jest/globals';
import { offeredLanguages } from '../../src/flow/offered-languages.ts';
import type { Profile } from '../../src/flow/profile.ts';
import { readProfile } from '../../src/flow/read-profile.ts';
import { smallSet } from './small-set.ts';

const { profile: read } = readProfile(smallSet['flows/profile.yaml']);
const language = { segments: { first: 1, help: 2, any: 3 }, identifying: [] };
const profile: Profile = { ...(read as Profile), languages: { en: language, es: language, ko: language } };
const about = (reviewedBy: string | null, reviewedOn: string | null) => JSON.stringify({ reviewedBy, reviewedOn });
const offered = (files: Record<string, string>, of = profile) =>
  Object.keys(offeredLanguages(of, files, 'reviewed').languages);

describe('offeredLanguages', () => {
  it('offers every language where all are', () => {
    expect(offeredLanguages(profile, {}, 'all')).toBe(profile);
  });

  it('leaves out what no one has put a name and a day to', () => {
    expect(
      offered({
        'locales/es/_about.json': about('Ana Ruiz', '2026-11-20'),
        'locales/ko/_about.json': about(null, null),
      }),
    ).toEqual(['en', 'es']);
    expect(offered({ 'locales/es/_about.json': about('Ana Ruiz', null) })).toEqual(['en']);
    expect(offered({ 'locales/es/_about.json': '{"reviewedBy": ' })).toEqual(['en']);
    expect(offered({})).toEqual(['en']);
  });

  it('offers what the operator has turned on', () => {
    const on = { ...profile, languages: { ...profile.languages, ko: { ...language, offerUnreviewed: true } } };
    expect(offered({ 'locales/ko/_about.json': about(null, null) }, on)).toEqual(['en', 'ko']);
  });
});
