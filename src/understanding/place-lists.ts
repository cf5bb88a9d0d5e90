import { z } from 'zod';
import type { Groups } from './phrase.ts';
import { parsePhrase } from './phrase.ts';
import { PhraseMatcher } from './phrase-matcher.ts';

const phrase = z.union([z.string().min(1), z.number()]).transform(String);
const phrases = z.array(phrase).default([]);

/** What the words around a name say of it. All but `other-in-need` stand directly before or after the name. */
const MARKS = ['near', 'here', 'elsewhere', 'other', 'other-in-need', 'not-a-city-before', 'name-of-a-person'] as const;
export type Mark = (typeof MARKS)[number];

/** flows/places/<language>.yaml: how that language says where help is needed, and its own names for places. */
export const PlaceListSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/u, 'a language is two letters, such as es'),
  groups: z.record(z.string(), z.array(phrase).min(1)).default({}),
  near: phrases,
  here: phrases,
  elsewhere: phrases,
  other: phrases,
  'other-in-need': phrases,
  'not-a-city-before': phrases,
  'name-of-a-person': phrases,
  /** The city's name in English, as it is to be kept, to its other names. */
  cities: z.record(z.string(), phrases).default({}),
  states: z
    .record(z.string().regex(/^[A-Z]{2}$/u, 'a state is its two capital letters, such as TX'), phrases)
    .default({}),
});

export type PlaceList = z.infer<typeof PlaceListSchema>;

export type PlaceLabel =
  | { kind: 'city'; name: string }
  | { kind: 'state'; code: string }
  | { kind: 'mark'; mark: Mark };

/** All languages' lists, ready to be matched. */
export interface Places {
  matcher: PhraseMatcher<PlaceLabel>;
}

/** @throws PhraseError when a phrase cannot be read. */
export function compilePlaces(lists: readonly PlaceList[]): Places {
  const labelled = lists.flatMap((list) => [...labels(list)]);
  return {
    matcher: new PhraseMatcher(
      labelled.map(({ text, groups, label }) => ({ parts: parsePhrase(text, groups), label })),
    ),
  };
}

function* labels(list: PlaceList): Iterable<{ text: string; groups: Groups; label: PlaceLabel }> {
  const { groups } = list;
  for (const mark of MARKS) for (const text of list[mark]) yield { text, groups, label: { kind: 'mark', mark } };
  for (const [name, names] of Object.entries(list.cities)) {
    for (const text of names) yield { text, groups, label: { kind: 'city', name } };
  }
  for (const [code, names] of Object.entries(list.states)) {
    for (const text of names) yield { text, groups, label: { kind: 'state', code } };
  }
}
