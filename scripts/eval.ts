import path from 'node:path';
import { type Row, readLabelled } from './eval/read-labelled.ts';
import { type Judged, percent, showScores } from './eval/score.ts';
import { type OpenUnderstanding, openUnderstanding } from './understand/open-understanding.ts';
import { type Understood, understandText } from './understand/understand-text.ts';

const USAGE = `npm run -s eval -- [FOLDER]
How well the line understands the labelled texts of a folder (test/understanding/data unless named): crisis.jsonl, optout.jsonl, faq.jsonl,
referral.jsonl, one JSON object a line. A file that is not there is passed over.`;
const ENOUGH_WORDS = 4;

interface Task {
  name: string;
  want: (row: Row) => string;
  got: (understood: Understood) => string;
}

const TASKS: Task[] = [
  { name: 'crisis', want: ({ label }) => String(label), got: ({ danger }) => danger },
  { name: 'optout', want: ({ action }) => String(action), got: ({ optOut }) => optOut },
  { name: 'faq', want: ({ answer }) => String(answer), got: ({ faq }) => faq },
];

type Read = Row & { understood: Understood };

function main(set: OpenUnderstanding, folder: string): void {
  const read = new Map(['crisis', 'optout', 'faq', 'referral'].map((name) => [name, readAll(set, folder, name)]));
  for (const { name, want, got } of TASKS) {
    const rows = read.get(name) ?? [];
    showScores(
      name,
      rows.map((row) => ({ ...about(row), want: want(row), got: got(row.understood) })),
    );
    if (name === 'crisis') showAlarms(rows);
  }
  showReferral(read.get('referral') ?? []);
  const all = [...read.values()].flat().filter(({ lang, text }) => lang !== undefined && isLong(text, lang));
  showScores(
    `language, texts of ${ENOUGH_WORDS} words or more`,
    all.map((row) => ({ ...about(row), want: row.lang ?? '', got: row.understood.language })),
  );
  if ([...read.values()].every((rows) => rows.length === 0)) console.log(`No labelled texts in ${folder}.`);
}

function readAll(set: OpenUnderstanding, folder: string, name: string): Read[] {
  const { rows, unread } = readLabelled(folder, name);
  if (unread > 0) console.log(`${name}.jsonl: ${unread} lines could not be read.`);
  // No language is given: each text is read as the first of its conversation.
  return rows.map((row) => ({ ...row, understood: understandText(set, row.text) }));
}

function about({ id, lang }: Row): Pick<Judged, 'id' | 'language'> {
  return { id, language: lang ?? '-' };
}

function showAlarms(rows: readonly Read[]): void {
  if (rows.length === 0) return;
  const dangers = rows.filter(({ label }) => label !== 'none');
  const quiet = rows.filter(({ label }) => label === 'none');
  const raised = ({ understood }: Read) => understood.danger !== 'none';
  const silenced = dangers.filter(({ understood }) => understood.optOut === 'stop');
  console.log(
    `  danger of either level heard ${percent(dangers, raised)}, false alarms ${percent(quiet, raised)}, cries for help taken for STOP: ${silenced.length}`,
  );
}

function showReferral(rows: readonly Read[]): void {
  const judged = rows.map((row) => {
    const place = same(row.location, row.understood.referral.location);
    const services = same(sorted(row.services), sorted(row.understood.referral.services));
    return { ...about(row), want: 'right', got: wrongParts(place, services) };
  });
  showScores('referral (place and services both)', judged);
}

function wrongParts(place: boolean, services: boolean): string {
  const wrong = [place ? [] : ['place'], services ? [] : ['services']].flat();
  return wrong.length === 0 ? 'right' : `wrong ${wrong.join(' and ')}`;
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? [...list].sort() : list;
}

function same(one: unknown, two: unknown): boolean {
  const ordered = (value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(ordered(one) ?? null) === JSON.stringify(ordered(two) ?? null);
}

/** Chinese is written without spaces: there four signs are enough. */
function isLong(text: string, language: string): boolean {
  return (language === 'zh' ? [...text] : text.trim().split(/\s+/u)).length >= ENOUGH_WORDS;
}

if (process.argv.includes('--help')) console.log(USAGE);
else {
  const folder = process.argv[2] ?? path.join(import.meta.dirname, '../test/understanding/data');
  main(await openUnderstanding(), folder);
}
