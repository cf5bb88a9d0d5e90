import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Keyring, newKeyring, parseKeyring, rotateKeyring } from '../src/hotline/keyring.ts';

const USAGE = `usage: npm run -s keyring -- new FILE      a fresh keyring, readable by you alone
       npm run -s keyring -- rotate FILE   a new current key; older keys stay, for what they sealed`;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Never over a file that is there, and on the disk before this returns. */
function write(to: string, keyring: Keyring): void {
  writeFileSync(to, `${JSON.stringify(keyring, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

const [command, file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) fail(USAGE);

if (command === 'new') {
  try {
    write(file, newKeyring());
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    fail(taken ? `${file} exists: a keyring is never overwritten. Choose another name.` : `${file} cannot be written.`);
  }
  process.stdout.write(`${file}: keep it outside the backups of the data. Without it nothing can be read.\n`);
} else if (command === 'rotate') {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    fail(`${file} cannot be read.`);
  }
  const parsed = parseKeyring(text);
  if (!parsed.ok) fail(`${file}: ${parsed.problem}`);
  const next = `${file}.next`;
  try {
    // What an earlier try left may be readable by others, and writing would keep its mode.
    rmSync(next, { force: true });
    write(next, rotateKeyring(parsed.keyring));
    renameSync(next, file);
  } catch {
    fail(`${file} cannot be replaced. It is as it was.`);
  }
  process.stdout.write(`${file}: new current keys. Restart every process of the line to use them.\n`);
} else {
  fail(USAGE);
}
