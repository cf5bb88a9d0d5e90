// Applies the patches of test/broken one by one and demands that each turns its named test red.
// Called as `npm test` does, or by hand with names: node_modules/.bin/node scripts/broken-builds.ts config-default-token
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBreakingYard, readBrokenBuild } from '../test/support/broken-build.ts';

const FOLDER = 'test/broken';
const AT_ONCE = 2;

const wanted = process.argv.slice(2);
const patches = (await readdir(FOLDER)).filter((file) => file.endsWith('.patch')).sort();
const chosen = wanted.length === 0 ? patches : wanted.map((name) => `${name.replace(/\.patch$/, '')}.patch`);
const waiting = [...chosen];
let caught = 0;

async function work(): Promise<void> {
  const yard = await openBreakingYard(resolve('.'));
  try {
    for (let patch = waiting.shift(); patch !== undefined; patch = waiting.shift()) {
      const build = await readBrokenBuild(resolve(join(FOLDER, patch)));
      const started = Date.now();
      const verdict = await yard.try(build);
      const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
      if (verdict.caught) caught += 1;
      console.log(`${verdict.caught ? 'caught' : 'MISSED'} ${seconds} s  ${build.name}`);
      if (!verdict.caught) console.log(`${build.breaks}\n${verdict.why}`);
    }
  } finally {
    await yard.close();
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(`${caught} caught, ${chosen.length - caught} missed`);
// None at all would prove nothing.
process.exitCode = caught > 0 && caught === chosen.length ? 0 : 1;
