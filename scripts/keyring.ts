import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { newKeyring, parseKeyring, rotateKeyring } from '../src/hotline/keyring.ts';

const USAGE = `usage: npm run -s keyring -- new FILE      a fresh keyring, readable by you alone
       npm run -s keyring -- rotate FILE   a new current key; older keys stay, for what they sealed`;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const [command, file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) fail(USAGE);

if (command === 'new') {
  try {
    writeFileSync(file, `${JSON.stringify(newKeyring(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
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
  writeFileSync(next, `${JSON.stringify(rotateKeyring(parsed.keyring), null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
  process.stdout.write(`${file}: new current keys. Restart every process of the line to use them.\n`);
} else {
  fail(USAGE);
}
