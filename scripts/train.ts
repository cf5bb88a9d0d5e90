import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DangerModel, DangerWeights } from '../src/understanding/danger-model.ts';
import { packWeights } from '../src/understanding/danger-model.ts';
import { BITS } from '../src/understanding/feature-place.ts';
import { learnWeights } from './train/learn-weights.ts';
import { readExamples } from './train/read-examples.ts';
import { readLists } from './train/read-lists.ts';
import { sampleOf } from './train/samples.ts';
import { vary } from './train/vary.ts';

const USAGE = `Learns from flows/danger/examples what danger reads like, and writes src/understanding/model/danger.json.
options: --folds   also learn five times from four fifths of the lines, and show how the unseen fifth is read`;

const ROOT = path.join(import.meta.dirname, '..');
const MODEL = path.join(ROOT, 'src/understanding/model/danger.json');
const THRESHOLDS: DangerWeights['thresholds'] = { imminent: 0.4, danger: 0.5, unsure: 0.22 };

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folds: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const lists = readLists(path.join(ROOT, 'flows'));
  const examples = readExamples(path.join(ROOT, 'flows/danger/examples'));
  const model = learnWeights(
    vary(examples, lists).map((example) => sampleOf(example, lists)),
    THRESHOLDS,
  );
  writeFileSync(MODEL, written(model));
  const lines = new Set(examples.map(({ line }) => line)).size;
  console.log(`Learned from ${examples.length} texts of ${lines} lines.`);
  // It reads texts as the line does, and that needs weights that fit: those just written.
  if (values.folds) (await import('./train/show-folds.ts')).showFolds(examples, lists, THRESHOLDS);
}

/** One field a line. */
function written({ bias, scale, crisis, imminent, thresholds }: DangerModel): string {
  const named = Object.entries(thresholds).map(([name, value]) => `"${name}": ${value}`);
  return `{
  "bits": ${BITS},
  "bias": [${bias.join(', ')}],
  "scale": ${scale},
  "thresholds": { ${named.join(', ')} },
  "weights": "${packWeights({ crisis, imminent })}"
}
`;
}

await main();
