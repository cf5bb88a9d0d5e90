import type { Lists } from '../../src/understanding/compile-lists.ts';
import type { DangerWeights } from '../../src/understanding/danger-model.ts';
import { readText } from '../../src/understanding/read-text.ts';
import { learnWeights } from './learn-weights.ts';
import type { Example } from './read-examples.ts';
import { sampleOf } from './samples.ts';
import { vary } from './vary.ts';

const FOLDS = 5;

/** Cross-validation by line: what a line gives is never both learned and tested. Prints figures in all, by language and by topic. */
export function showFolds(examples: readonly Example[], lists: Lists, thresholds: DangerWeights['thresholds']): void {
  const read = Array.from({ length: FOLDS }, (_, fold) => {
    const mine = ({ line }: Example) => foldOf(line) === fold;
    const learned = vary(
      examples.filter((one) => !mine(one)),
      lists,
    );
    const model = learnWeights(
      learned.map((one) => sampleOf(one, lists)),
      thresholds,
    );
    const unseen = examples.filter(mine);
    return unseen.map((one) => ({ ...one, got: readText(one.text, lists, one.language, model).danger.level }));
  }).flat();
  show('all', read);
  for (const [language, own] of Map.groupBy(read, (one) => one.language)) show(language, own);
  for (const [topic, own] of Map.groupBy(read, ({ label, topic }) => `${label} ${topic}`)) {
    const right = own.filter(({ label, got }) => label === got).length;
    console.log(`  ${topic.padEnd(30)} ${right}/${own.length}`);
  }
}

type Read = Example & { got: string };

function show(name: string, read: readonly Read[]): void {
  const share = (of: readonly Read[], hit: (one: Read) => boolean) =>
    of.length === 0 ? '  - ' : (of.filter(hit).length / of.length).toFixed(3);
  const imminent = read.filter(({ label }) => label === 'imminent');
  const danger = read.filter(({ label }) => label !== 'none');
  const none = read.filter(({ label }) => label === 'none');
  const alarms = read.filter(({ got }) => got === 'imminent');
  console.log(
    `${name.padEnd(4)} imminent recall ${share(imminent, ({ got }) => got === 'imminent')} precision ${share(alarms, ({ label }) => label === 'imminent')}` +
      `  danger recall ${share(danger, ({ got }) => got !== 'none')}  false alarms ${share(none, ({ got }) => got !== 'none')}  of ${read.length}`,
  );
}

function foldOf(line: string): number {
  let sum = 0;
  for (let at = 0; at < line.length; at++) sum = (Math.imul(sum, 31) + line.charCodeAt(at)) >>> 0;
  return sum % FOLDS;
}
