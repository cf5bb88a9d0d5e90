import { LineError } from '../errors.ts';
import type { RecordSheet, Records } from '../ports.ts';
import type { Vault } from '../vault.ts';

/** What was done about a record; `what` is a code, with what it is about behind a colon. */
export interface SheetEntry {
  at: number;
  by: string;
  what: string;
  text?: string;
}

/** What whoever holds the receipt code will be told, once it is approved. */
export interface SheetAnswer {
  text: string;
  by: string;
  at: number;
  approvedBy?: string;
}

/** What stands sealed on a sheet. */
export interface SheetContent {
  history: SheetEntry[];
  answer?: SheetAnswer | undefined;
}

interface Deps {
  records: Records;
  vault: Vault;
}

/** Many at once may write on one sheet; each tries so often to be the next. */
const TRIES = 8;

/** @throws LineError `key-destroyed` when the record's retention is over */
export async function openSheet({ id, sealed }: RecordSheet, { records, vault }: Deps): Promise<SheetContent> {
  if (sealed === undefined) return { history: [] };
  const record = await records.get(id);
  if (record === undefined) return { history: [] };
  return JSON.parse(await vault.open(record.keyId, Buffer.from(sealed, 'base64'), placeOf(id)));
}

/**
 * Writes on a record's sheet whatever `change` makes of it as it stands; a refusal of `change` is answered as it is.
 *
 * @throws LineError `key-destroyed` when the record's retention is over
 */
export async function changeSheet<Refused extends string>(
  id: string,
  deps: Deps,
  change: (
    sheet: RecordSheet,
    content: SheetContent,
  ) => { sheet?: Partial<RecordSheet>; content: SheetContent } | Refused,
): Promise<'done' | 'unknown' | Refused> {
  const { records, vault } = deps;
  const record = await records.get(id);
  for (let tries = 0; record !== undefined && tries < TRIES; tries++) {
    const sheet = await records.sheet(id);
    if (sheet === undefined) return 'unknown';
    const changed = change(sheet, await openSheet(sheet, deps));
    if (typeof changed === 'string') return changed;
    const sealed = await vault.seal(record.keyId, JSON.stringify(changed.content), placeOf(id));
    const next = { ...sheet, ...changed.sheet, version: sheet.version + 1, sealed: sealed.toString('base64') };
    if (await records.keepSheet(next)) return 'done';
  }
  if (record !== undefined) throw new LineError('store-unavailable');
  return 'unknown';
}

function placeOf(id: string): string {
  return `record-sheet/${id}`;
}
