import { z } from 'zod';
import type { WordList } from './lists.ts';
import { normalise } from './normalise.ts';
import type { Groups } from './phrase.ts';
import { parsePhrase } from './phrase.ts';
import { PhraseMatcher } from './phrase-matcher.ts';
import { Spelling } from './spelling.ts';
import { tokenise } from './tokens.ts';

/** What the line can look for, in the order in which it is told. */
export const SERVICES = [
  'shelter',
  'legal',
  'immigration',
  'case-management',
  'crisis-intervention',
  'extraction',
  'transportation',
  'advocacy',
  'counseling',
  'accompaniment',
  'referrals',
  'other',
] as const;
export type Service = (typeof SERVICES)[number];

const phrase = z.union([z.string().min(1), z.number()]).transform(String);
const phrases = z.array(phrase).default([]);

/** flows/services/<language>.yaml: what people call each kind of help. */
export const ServiceListSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/u, 'a language is two letters, such as es'),
  groups: z.record(z.string(), z.array(phrase).min(1)).default({}),
  /** Spellings of this list alone, beside those of the language's word list. */
  spellings: z.record(z.string(), phrase).default({}),
  services: z.partialRecord(z.enum(SERVICES), phrases),
  /** Phrases that hold a service's word and ask for none: "my lawyer said". */
  'not-asked-for': phrases,
});

export type ServiceList = z.infer<typeof ServiceListSchema>;

export interface CompiledServices {
  matcher: PhraseMatcher<Service | 'none'>;
  spelling: Spelling;
  common: ReadonlySet<string>;
}

/** Each language's list, ready to be matched. */
export type Services = ReadonlyMap<string, CompiledServices>;

/** @throws PhraseError when a phrase cannot be read. */
export function compileServices(lists: readonly ServiceList[], words: readonly WordList[]): Services {
  return new Map(
    lists.map((list) => [
      list.language,
      compile(
        list,
        words.find(({ language }) => language === list.language),
      ),
    ]),
  );
}

function compile(list: ServiceList, words: WordList | undefined): CompiledServices {
  const matcher = new PhraseMatcher(
    [...labels(list)].map(({ text, groups, label }) => ({ parts: parsePhrase(text, groups), label })),
  );
  const common = new Set(
    [...(words?.common ?? []), ...(words?.polite ?? []), ...(words?.['not-misspelt'] ?? [])].flatMap((word) =>
      tokenise(normalise(word).plain).map((token) => token.word),
    ),
  );
  const spellings = { ...words?.spellings, ...list.spellings };
  return {
    matcher,
    spelling: new Spelling(spellings, (word) => matcher.knows(word), matcher.words(), common),
    common,
  };
}

function* labels(list: ServiceList): Iterable<{ text: string; groups: Groups; label: Service | 'none' }> {
  const { groups } = list;
  for (const service of SERVICES) {
    for (const text of list.services[service] ?? []) yield { text, groups, label: service };
  }
  for (const text of list['not-asked-for']) yield { text, groups, label: 'none' };
}
