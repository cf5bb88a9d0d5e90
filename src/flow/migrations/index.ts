import type { Document } from 'yaml';
import { to1 } from './1.ts';

/** What brings a file up to each version from the one before it. Each edits the document, so that comments are kept. */
const migrations: Record<number, (document: Document) => void> = { 1: to1 };

/** The newest version there is a migration to, which is the version that this code reads. */
export const newestVersion = Math.max(...Object.keys(migrations).map(Number));

/** Brings a document up to the newest version, step by step, and writes that version in it. Returns the version it had. */
export function migrate(document: Document): number {
  const had = document.get('lantern');
  const from = typeof had === 'number' ? had : 0;
  for (let version = from + 1; version <= newestVersion; version += 1) {
    migrations[version]?.(document);
    document.set('lantern', version);
  }
  return from;
}
