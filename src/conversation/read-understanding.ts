import type { z } from 'zod';
import type { Finding } from '../flow/finding.ts';
import type { Locales } from '../flow/locales.ts';
import { schemaFindings } from '../flow/schema-findings.ts';
import type { SetFiles } from '../flow/set-files.ts';
import { readSource } from '../flow/source.ts';
import { compileLists, type Lists } from '../understanding/compile-lists.ts';
import { type DangerList, DangerListSchema, type WordList, WordListSchema } from '../understanding/lists.ts';
import { compilePlaces, PlaceListSchema, type Places } from '../understanding/place-lists.ts';
import { compileServices, ServiceListSchema, type Services } from '../understanding/service-lists.ts';
import { buildTopicIndex, type TopicIndex } from '../understanding/topic-index.ts';
import { TopicListSchema } from '../understanding/topic-lists.ts';
import { topicExamples } from './topic-examples.ts';

/** What a set's lists make of texts. */
export interface Understanding {
  words: readonly WordList[];
  danger: readonly DangerList[];
  /** `words` and `danger`, compiled for matching. */
  lists: Lists;
  /** Names of places and of kinds of help. */
  places: Places;
  services: Services;
  /** What people ask for in their own words. */
  topics: TopicIndex;
}

/**
 * Reads flows/{words,danger,topics,places,services}/ of a set.
 * @param locales of which `faq` and `faq-questions` are looked at
 */
export function readUnderstanding(
  files: SetFiles,
  locales: Locales,
): { ok: true; understanding: Understanding } | { ok: false; findings: Finding[] } {
  const words = readLists(files, /^flows\/words\/([a-z]{2})\.ya?ml$/, WordListSchema);
  const danger = readLists(files, /^flows\/danger\/([a-z]{2})\.ya?ml$/, DangerListSchema);
  const topics = readLists(files, /^flows\/topics\/([a-z]{2})\.ya?ml$/, TopicListSchema);
  const places = readLists(files, /^flows\/places\/([a-z]{2})\.ya?ml$/, PlaceListSchema);
  const services = readLists(files, /^flows\/services\/([a-z]{2})\.ya?ml$/, ServiceListSchema);
  const findings = [words, danger, topics, places, services]
    .flatMap((one) => one.findings)
    .filter(({ severity }) => severity === 'error');
  if (words.lists.length === 0) findings.push(fault('flows/words', 'no-words', 'there is no word list'));
  if (findings.length > 0) return { ok: false, findings };
  try {
    const understanding: Understanding = {
      words: words.lists,
      danger: danger.lists,
      lists: compileLists({ words: words.lists, danger: danger.lists }),
      places: compilePlaces(places.lists),
      services: compileServices(services.lists, words.lists),
      topics: buildTopicIndex(topicExamples(locales, words.lists, topics.lists)),
    };
    return { ok: true, understanding };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the lists do not fit together';
    return { ok: false, findings: [fault('flows', 'unfit', message)] };
  }
}

function readLists<S extends z.ZodType>(files: SetFiles, path: RegExp, schema: S) {
  const lists: z.output<S>[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (!path.test(file)) continue;
    const source = readSource(file, text);
    findings.push(...source.findings);
    const parsed = schema.safeParse(source.data);
    if (parsed.success) lists.push(parsed.data);
    else findings.push(...schemaFindings(source, [], parsed.error, () => []));
  }
  return { lists, findings };
}

function fault(file: string, code: string, message: string): Finding {
  return { file, line: 1, column: 1, severity: 'error', code, message };
}
