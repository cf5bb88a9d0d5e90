import type { z } from 'zod';
import { readDirectory } from '../directory/read-directory.ts';
import type { Finding } from '../flow/finding.ts';
import { type Offer, offeredLanguages } from '../flow/offered-languages.ts';
import { readFlows } from '../flow/read-flows.ts';
import { schemaFindings } from '../flow/schema-findings.ts';
import type { SetFiles } from '../flow/set-files.ts';
import { readSource } from '../flow/source.ts';
import { compileLists } from '../understanding/compile-lists.ts';
import { DangerListSchema, WordListSchema } from '../understanding/lists.ts';
import { compilePlaces, PlaceListSchema } from '../understanding/place-lists.ts';
import { compileServices, ServiceListSchema } from '../understanding/service-lists.ts';
import { buildTopicIndex } from '../understanding/topic-index.ts';
import { TopicListSchema } from '../understanding/topic-lists.ts';
import { createLineMachine } from './machine.ts';
import type { PublishedSet } from './published-set.ts';
import { topicExamples } from './topic-examples.ts';
import { topicSteps } from './topic-steps.ts';

/**
 * Reads a set so that it can talk. It asks for no more than that, so that a conversation pinned to an older set stays readable
 * when the rules of publishing grow stricter; those are `checkSet`'s.
 *
 * @param hash the name of the set, which its conversations are pinned to
 * @param offer `reviewed` leaves out the languages whose texts no one has read
 */
export function readSet(
  files: SetFiles,
  hash: string,
  offer: Offer = 'all',
): { ok: true; set: PublishedSet } | { ok: false; findings: Finding[] } {
  const flows = readFlows(files);
  const words = readLists(files, /^flows\/words\/([a-z]{2})\.ya?ml$/, WordListSchema);
  const danger = readLists(files, /^flows\/danger\/([a-z]{2})\.ya?ml$/, DangerListSchema);
  const topics = readLists(files, /^flows\/topics\/([a-z]{2})\.ya?ml$/, TopicListSchema);
  const places = readLists(files, /^flows\/places\/([a-z]{2})\.ya?ml$/, PlaceListSchema);
  const services = readLists(files, /^flows\/services\/([a-z]{2})\.ya?ml$/, ServiceListSchema);
  const { directory, faults } = readDirectory(files);
  const findings = [
    ...flows.findings,
    ...words.findings,
    ...danger.findings,
    ...topics.findings,
    ...places.findings,
    ...services.findings,
    ...faults.map(({ file, message }) => fault(file, 'directory', message)),
  ].filter(({ severity }) => severity === 'error');
  if (words.lists.length === 0) findings.push(fault('flows/words', 'no-words', 'there is no word list'));
  const { profile } = flows;
  if (findings.length > 0 || !profile) return { ok: false, findings };
  try {
    const set: PublishedSet = {
      hash,
      profile: offeredLanguages(profile, files, offer),
      flows: flows.flows,
      locales: flows.locales,
      directory,
      places: compilePlaces(places.lists),
      services: compileServices(services.lists, words.lists),
      topics: buildTopicIndex(topicExamples(flows.locales, words.lists, topics.lists)),
      topicSteps: topicSteps(flows.flows, profile),
      calendar: flows.calendar,
      words: words.lists,
      danger: danger.lists,
      lists: compileLists({ words: words.lists, danger: danger.lists }),
    };
    createLineMachine(set);
    return { ok: true, set };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the set does not fit together';
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
