import { readDirectory } from '../directory/read-directory.ts';
import type { Finding } from '../flow/finding.ts';
import { type Offer, offeredLanguages } from '../flow/offered-languages.ts';
import { readFlows } from '../flow/read-flows.ts';
import type { SetFiles } from '../flow/set-files.ts';
import { createLineMachine } from './machine.ts';
import type { PublishedSet } from './published-set.ts';
import { readUnderstanding } from './read-understanding.ts';
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
  const understood = readUnderstanding(files, flows.locales);
  const { directory, faults } = readDirectory(files);
  const findings = [
    ...flows.findings,
    ...(understood.ok ? [] : understood.findings),
    ...faults.map(({ file, message }) => fault(file, 'directory', message)),
  ].filter(({ severity }) => severity === 'error');
  const { profile } = flows;
  if (findings.length > 0 || !profile || !understood.ok) return { ok: false, findings };
  try {
    const set: PublishedSet = {
      hash,
      profile: offeredLanguages(profile, files, offer),
      flows: flows.flows,
      locales: flows.locales,
      directory,
      ...understood.understanding,
      topicSteps: topicSteps(flows.flows, profile),
      calendar: flows.calendar,
    };
    createLineMachine(set);
    return { ok: true, set };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the set does not fit together';
    return { ok: false, findings: [fault('flows', 'unfit', message)] };
  }
}

function fault(file: string, code: string, message: string): Finding {
  return { file, line: 1, column: 1, severity: 'error', code, message };
}
