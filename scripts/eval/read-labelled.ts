import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Row {
  id: string;
  lang?: string;
  text: string;
  [field: string]: unknown;
}

/** The rows of <folder>/<name>.jsonl; none when there is no such file. Lines that hold no id and text are counted, not read. */
export function readLabelled(folder: string, name: string): { rows: Row[]; unread: number } {
  const file = path.join(folder, `${name}.jsonl`);
  if (!existsSync(file)) return { rows: [], unread: 0 };
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const rows = lines.flatMap((line, at) => row(line, `line-${at + 1}`) ?? []);
  return { rows, unread: lines.length - rows.length };
}

function row(line: string, fallback: string): Row | undefined {
  try {
    const data = JSON.parse(line) as Partial<Row> | null;
    return typeof data?.text === 'string' ? { ...data, id: data.id ?? fallback, text: data.text } : undefined;
  } catch {
    return undefined;
  }
}
