// Looks after the referral directory: brings one in, takes it out, checks it. Both ways know HSDS 3 as JSON and as a tabular data package.
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { PackageUnreadable, readPackage } from '../src/adapters/files/read-package.ts';
import { writePackage } from '../src/adapters/files/write-package.ts';
import { writeWhole } from '../src/adapters/files/write-whole.ts';
import { assemblePackage } from '../src/directory/assemble-package.ts';
import type { Directory } from '../src/directory/directory.ts';
import { packageRows } from '../src/directory/package-rows.ts';
import { NEEDED, packageDescriptor, type Row, TABLE_NAMES, TABLES } from '../src/directory/package-tables.ts';
import { parseDirectory, readDirectory } from '../src/directory/read-directory.ts';
import { readSource } from '../src/flow/source.ts';

const USAGE = `usage: npm run -s directory -- COMMAND
  import SOURCE [--to FILE]   read a folder with datapackage.json, or a .json file, into directory/imported.json or FILE
  export TARGET [--from SOURCE]  write directory/, or SOURCE, as a .json file or as a folder with datapackage.json
  check [SOURCE]              tell what is wrong in directory/, or in SOURCE; exit 1 on a fault
A SOURCE with a fault is not imported at all. Addresses of confidential places are never kept.`;

const ROOT = dirname(import.meta.dirname);
/** More faults than anyone reads at once. */
const MOST_TOLD = 50;

interface Read {
  directory: Directory;
  /** file:line:column field: what is wrong (mend) */
  faults: string[];
}

const COMMANDS: Record<string, (args: string[], options: { to?: string; from?: string }) => Promise<number>> = {
  async import([source], { to = join(ROOT, 'directory', 'imported.json') }) {
    if (source === undefined) throw new Error(USAGE);
    const read = await readSourceAt(source);
    if (read.faults.length > 0) return tell(read.faults, 'Nothing was imported.');
    const others = await besides(to);
    const taken = others.services.filter(({ id }) => read.directory.services.some((service) => service.id === id));
    if (taken.length > 0) {
      return tell(
        taken.map(({ id }) => `${source}: the id "${id}" is in use in another file of ${dirname(to)} (change one)`),
        'Nothing was imported.',
      );
    }
    await writeWhole(to, `${JSON.stringify(read.directory, null, 2)}\n`);
    console.log(`${shown(to)}: ${read.directory.services.length} services. Check and publish the set to use them.`);
    return 0;
  },

  async export([target], { from }) {
    if (target === undefined) throw new Error(USAGE);
    const { directory, faults } = await (from === undefined ? readFolder(join(ROOT, 'directory')) : readSourceAt(from));
    if (faults.length > 0) return tell(faults, 'Nothing was exported.');
    if (target.endsWith('.json')) await writeWhole(target, `${JSON.stringify(directory, null, 2)}\n`);
    else await writePackage(target, packageDescriptor(), TABLES, packageRows(directory));
    console.log(`${shown(target)}: ${directory.services.length} services`);
    return 0;
  },

  async check([source]) {
    const { directory, faults } = await (source === undefined
      ? readFolder(join(ROOT, 'directory'))
      : readSourceAt(source));
    if (faults.length > 0) return tell(faults, 'The directory cannot be used.');
    const today = new Date().toISOString().slice(0, 10);
    const stale = directory.services.filter(({ reverify_by: by }) => by !== undefined && by < today);
    for (const { id, reverify_by: by } of stale)
      console.log(`${id}: to be checked again since ${by}, so it is not offered`);
    console.log(`${directory.services.length} services, ${stale.length} to be checked again`);
    return 0;
  },
};

async function readSourceAt(source: string): Promise<Read> {
  const found = await stat(source).catch(() => undefined);
  if (!found) return { directory: { services: [] }, faults: [`${source}: is not there`] };
  return found.isDirectory() ? readPackageAt(source) : readJson(source);
}

/** With a bar on stderr, where it does not mix with what is told, and only where someone watches. */
async function readPackageAt(folder: string): Promise<Read> {
  const bar = new SingleBar(
    {
      format: 'reading {bar} {percentage}% {file}',
      stream: process.stderr,
      noTTYOutput: false,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  const rows: Row[] = [];
  try {
    bar.start(1, 0, { file: '' });
    const needed = NEEDED as Record<string, readonly string[]>;
    for await (const row of readPackage(folder, { all: TABLE_NAMES, needed }, (read, total) => {
      bar.setTotal(total);
      bar.update(read);
    })) {
      bar.update({ file: row.table });
      rows.push(row as Row);
    }
  } catch (error) {
    if (!(error instanceof PackageUnreadable)) throw error;
    return { directory: { services: [] }, faults: [error.message] };
  } finally {
    bar.stop();
  }
  const { directory, faults } = assemblePackage(rows);
  return {
    directory,
    faults: faults.map(
      ({ file, line, column, field, message, mend }) => `${file}:${line}:${column} ${field}: ${message} (${mend})`,
    ),
  };
}

async function readJson(file: string): Promise<Read> {
  const text = await readFile(file, 'utf8');
  const { directory, faults } = parseDirectory(text);
  if (faults.length === 0) return { directory, faults: [] };
  const source = readSource(file, text);
  return {
    directory,
    faults: faults.map(({ path, message }) => {
      const { line, column } = source.findings[0] ?? source.at(path);
      return `${file}:${line}:${column} ${message}`;
    }),
  };
}

async function readFolder(folder: string, without?: string): Promise<Read> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json') && name !== without);
  const files = await Promise.all(
    names.map(async (name) => [`directory/${name}`, await readFile(join(folder, name), 'utf8')]),
  );
  const { directory, faults } = readDirectory(Object.fromEntries(files));
  return { directory, faults: faults.map(({ file, message }) => `${file}: ${message}`) };
}

/** What stands beside the file that is written: an id may stand once in all. */
async function besides(file: string): Promise<Directory> {
  const { directory } = await readFolder(dirname(file), file.slice(dirname(file).length + 1));
  return directory;
}

function tell(faults: readonly string[], last: string): number {
  for (const fault of faults.slice(0, MOST_TOLD)) console.error(fault);
  if (faults.length > MOST_TOLD) console.error(`... and ${faults.length - MOST_TOLD} more`);
  console.error(last);
  return 1;
}

function shown(file: string): string {
  return relative(process.cwd(), file) || file;
}

async function main(): Promise<number> {
  const options = { to: { type: 'string' }, from: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [name = '', ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || rest.length > 1) throw new Error(USAGE);
  return command(rest, values);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
