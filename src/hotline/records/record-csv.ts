import { stringify } from 'csv-stringify/sync';
import { toSafeCell } from '../../directory/formula-safe.ts';
import type { RecordStory } from '../record-story.ts';
import type { WorkStatus } from './record-ports.ts';
import { isShared, sharingOf } from './shared-fields.ts';

const ABOUT = ['received', 'kind', 'status', 'consent', 'language', 'urgency'];
const ADDED = 'added';

/**
 * Records as a table for whoever acts on them: only what its teller agreed to pass on, and no cell that a spreadsheet would
 * run. What was added later stands in one column, the oldest first.
 */
export function recordCsv(records: readonly (RecordStory & { status: WorkStatus })[]): {
  csv: string;
  exported: number;
  withheld: number;
} {
  const shared = records.filter((record) => sharingOf(record) !== 'nothing');
  const rows = shared.map((record) => ({ about: aboutOf(record), answers: answersOf(record) }));
  const fields = [...new Set(rows.flatMap(({ answers }) => [...answers.keys()]))];
  const cells = rows.map(({ about, answers }) => [...about, ...fields.map((field) => answers.get(field) ?? '')]);
  const table = [[...ABOUT, ...fields], ...cells].map((row) => row.map(toSafeCell));
  return { csv: stringify(table), exported: shared.length, withheld: records.length - shared.length };
}

function aboutOf({ createdAt, kind, status, consent, language, urgency }: RecordStory & { status: WorkStatus }) {
  return [new Date(createdAt).toISOString(), kind, status, consent, language, urgency];
}

/** A later answer to the same question counts. */
function answersOf(record: RecordStory): Map<string, string> {
  const answers = new Map(Object.entries(record.answers).filter(([name]) => isShared(record, name)));
  const added: string[] = [];
  for (const [name, value] of record.added.flatMap((one) => Object.entries(one.answers))) {
    if (!isShared(record, name)) continue;
    if (name === ADDED) added.push(value);
    else answers.set(name, value);
  }
  if (added.length > 0) answers.set(ADDED, added.join('\n'));
  return answers;
}
