import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CsvError, parse } from 'csv-parse';

/** A row of a table, with its place in its file. */
export interface PackageRow {
  table: string;
  file: string;
  /** Of the row's first letter, from 1, the header being line 1. */
  line: number;
  /** Cells that hold something, by column. */
  values: Record<string, string>;
  columnOf(field: string): number;
}

/** A package that cannot be read at all; the message begins with file:line:column. */
export class PackageUnreadable extends Error {
  override name = 'PackageUnreadable';
  readonly code = 'PACKAGE_UNREADABLE';
}

/**
 * Streams the rows of a tabular data package: a folder with datapackage.json and a CSV file for each of its resources.
 *
 * @param tables the tables that are wanted, each with the columns that it cannot do without; other resources are let be
 * @param onBytes told how far it is: bytes read and bytes in all
 * @throws PackageUnreadable when the descriptor, a file, a needed table or column is missing, or a file is no CSV
 */
export async function* readPackage(
  folder: string,
  tables: { all: readonly string[]; needed: Readonly<Record<string, readonly string[]>> },
  onBytes: (read: number, total: number) => void,
): AsyncIterable<PackageRow> {
  const resources = await readDescriptor(folder);
  const wanted = resources.filter(({ name }) => tables.all.includes(name));
  for (const table of Object.keys(tables.needed)) {
    if (!wanted.some(({ name }) => name === table)) {
      throw unreadable(join(folder, 'datapackage.json'), 1, 1, `no resource is named "${table}"; add it`);
    }
  }
  const sizes = await Promise.all(wanted.map(({ file }) => sizeOf(file)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [at, { name, file }] of wanted.entries()) {
    const start = before;
    yield* readTable(name, file, tables.needed[name] ?? [], (bytes) => onBytes(start + bytes, total));
    before += sizes[at] ?? 0;
    onBytes(before, total);
  }
}

async function readDescriptor(folder: string): Promise<{ name: string; file: string }[]> {
  const file = join(folder, 'datapackage.json');
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw unreadable(file, 1, 1, 'cannot be read; a package has it beside its tables', cause);
  });
  try {
    const { resources } = JSON.parse(text) as { resources: { name: string; path: string | string[] }[] };
    return resources.map(({ name, path }) => ({
      name,
      file: inside(folder, Array.isArray(path) ? (path[0] ?? '') : path),
    }));
  } catch (cause) {
    if (cause instanceof PackageUnreadable) throw cause;
    throw unreadable(file, 1, 1, 'is no descriptor: it needs "resources", each with "name" and "path"', cause);
  }
}

/** A descriptor comes from elsewhere: it may name files of its own folder only. */
function inside(folder: string, path: string): string {
  const file = join(folder, path);
  const way = relative(folder, file);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`)) {
    throw unreadable(join(folder, 'datapackage.json'), 1, 1, `"${path}" is outside the package; put the file inside`);
  }
  return file;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((cause: Error) => {
    throw unreadable(file, 1, 1, 'is not there, though datapackage.json names it', cause);
  });
  return found.size;
}

type Parsed = { record: string[]; raw: string; info: { lines: number; bytes: number } };

async function* readTable(
  table: string,
  file: string,
  needed: readonly string[],
  onBytes: (read: number) => void,
): AsyncIterable<PackageRow> {
  const parser = createReadStream(file).pipe(parse({ bom: true, info: true, raw: true, skip_empty_lines: true }));
  let header: string[] | undefined;
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      onBytes(info.bytes);
      // A cell may hold line breaks: the row began where the lines that it fills began.
      const line = info.lines - (raw.replace(/\r?\n$/u, '').match(/\r\n|\r|\n/gu)?.length ?? 0);
      if (!header) {
        header = record.map((name) => name.trim());
        const missing = needed.find((name) => !header?.includes(name));
        if (missing !== undefined) throw unreadable(file, 1, 1, `there is no column "${missing}"; add it`);
        continue;
      }
      const columns = header;
      const values = Object.fromEntries(columns.flatMap((name, at) => (record[at] ? [[name, record[at]]] : [])));
      yield { table, file, line, values, columnOf: (field) => columnIn(raw, columns.indexOf(field)) };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines = 1, column } = cause as CsvError & { lines?: number; column?: number | string };
    throw unreadable(file, lines, 1, `is no CSV in column ${String(column ?? 1)}: ${cause.message}`, cause);
  }
  if (!header) throw unreadable(file, 1, 1, 'is empty; its first line names the columns');
}

/** Where the cell with this number begins in the raw row, from 1; 1 when the column is not there. */
function columnIn(raw: string, cell: number): number {
  let quoted = false;
  let seen = 0;
  for (let at = 0; at < raw.length && cell > 0; at++) {
    if (raw[at] === '"') quoted = !quoted;
    else if (raw[at] === ',' && !quoted && ++seen === cell) return at + 2;
  }
  return 1;
}

function unreadable(file: string, line: number, column: number, message: string, cause?: unknown): PackageUnreadable {
  return new PackageUnreadable(`${file}:${line}:${column} ${message}`, { cause });
}
