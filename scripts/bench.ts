import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareRows } from './bench/compare-rows.ts';
import { judge } from './bench/judge.ts';
import { measureCrowds } from './bench/measure-crowds.ts';
import { measureDesk } from './bench/measure-desk.ts';
import { measureUnderstanding } from './bench/measure-understanding.ts';
import type { OutsideCalls } from './bench/outside.ts';
import { openRemote } from './bench/remote.ts';
import { showFigures } from './bench/show-figures.ts';

const USAGE = `usage: npm run -s bench -- [--seconds 3] [--rounds 3] [--conversations 100000] [--streams 200] [--noise 500] [--texts 1000]
  --seconds        of each measurement
  --rounds         measurements of each row, in turn
  --conversations  open in the larger crowd; the smaller is a hundredth of it
  --streams        consoles that are open while somebody in danger texts
  --noise          texts a second that others send meanwhile
  --texts          of the examples, to be understood`;

/** Takes about three minutes by itself, and wants the machine to itself. */
async function main(): Promise<void> {
  const options = readOptions();
  const dir = await mkdtemp(path.join(os.tmpdir(), 'lantern-bench-'));
  const outside = openRemote<OutsideCalls>(import.meta.resolve('./bench/outside.ts'));
  try {
    const apiBase = await outside.call('provider', undefined);
    const rows = await compareRows({ ...options, outside, apiBase, dir });
    const crowds = await measureCrowds({ ...options, outside, apiBase, dir: path.join(dir, 'crowd') });
    const desk = await measureDesk({ ...options, outside, apiBase, dir: path.join(dir, 'desk') });
    const understanding = await measureUnderstanding(options);
    const measured = { rows, crowds, desk, understanding };
    const aims = judge(measured);
    process.stdout.write(`${showFigures(measured)}\n\n`);
    for (const { aim, figure, kept } of aims)
      process.stdout.write(`${kept ? 'kept  ' : 'MISSED'}  ${aim}: ${figure}\n`);
    process.stdout.write(`${JSON.stringify({ machine: machine(), ...options, ...measured, aims })}\n`);
  } finally {
    await outside.end();
    await rm(dir, { recursive: true, force: true });
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: 'string', default: '3' },
        rounds: { type: 'string', default: '3' },
        conversations: { type: 'string', default: '100000' },
        streams: { type: 'string', default: '200' },
        noise: { type: 'string', default: '500' },
        texts: { type: 'string', default: '1000' },
      },
    });
    return {
      seconds: above0(values.seconds),
      rounds: above0(values.rounds),
      conversations: above0(values.conversations),
      streams: above0(values.streams),
      noise: above0(values.noise),
      texts: above0(values.texts),
    };
  } catch {
    process.stderr.write(`${USAGE}\n`);
    process.exit(1);
  }
}

function above0(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new RangeError('not a number above 0');
  return number;
}

function machine() {
  const [cpu] = os.cpus();
  return { cpu: cpu?.model, cores: os.cpus().length, node: process.version };
}

await main();
