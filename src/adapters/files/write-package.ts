import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

/**
 * Writes a tabular data package into a folder that is not there yet: all of it or nothing.
 *
 * @param tables each table's columns
 * @param rows cells in the order of their table's columns
 * @throws an Error with code EEXIST or ENOTEMPTY when the folder is there
 */
export async function writePackage(
  folder: string,
  descriptor: object,
  tables: Readonly<Record<string, readonly string[]>>,
  rows: Iterable<{ table: string; cells: readonly string[] }>,
): Promise<void> {
  const next = `${folder}.next-${process.pid}`;
  await mkdir(next, { recursive: true });
  try {
    await writeFile(join(next, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
    const streams = new Map(
      Object.entries(tables).map(([table, columns]) => {
        const csv = stringify({ header: true, columns: [...columns] });
        return [table, { csv, done: finished(csv.pipe(createWriteStream(join(next, `${table}.csv`)))) }];
      }),
    );
    for (const { table, cells } of rows) {
      const csv = streams.get(table)?.csv;
      if (csv && !csv.write(cells)) await once(csv, 'drain');
    }
    for (const { csv, done } of streams.values()) {
      csv.end();
      await done;
    }
    // mkdir claims the name, so that nothing of anyone's is replaced; an empty folder gives way to a rename.
    await mkdir(folder);
    await rename(next, folder);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  }
}
