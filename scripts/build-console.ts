// Builds the console for the browser, if what it is made of has changed since the last time. Called by `npm start` and
// `npm test`; speaks on stderr alone.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist', 'console');
const STAMP = join(ROOT, 'dist', 'console.stamp');
/** The app, and all that the few lists it shares with the server might stand in. */
const SOURCES = [
  'src/console/**',
  'src/http/console-*/**',
  'src/http/console-*',
  'src/hotline/**',
  'src/conversation/**',
];
const TOOLS = ['vite.config.ts', 'package-lock.json', 'scripts/build-console.ts'];

function stampOf(): string {
  const files = globSync([...SOURCES, ...TOOLS], { cwd: ROOT, withFileTypes: true }).filter((file) => file.isFile());
  const hash = createHash('sha256');
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(`${file.slice(ROOT.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stamp = stampOf();
const standing = existsSync(STAMP) && existsSync(join(BUILT, 'index.html')) ? readFileSync(STAMP, 'utf8') : '';
if (standing !== stamp) {
  // A build that breaks off must not look like a whole one.
  rmSync(STAMP, { force: true });
  // A test that builds it must not be given React's own checks, which make it half as large again.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(STAMP, stamp);
}
