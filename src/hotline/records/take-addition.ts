import type { Records } from '../ports.ts';

/**
 * Something was added to a record: it stands among the last told again, and as new when everybody was done with it, so that
 * the addition is read. Done twice, it comes to the same.
 */
export async function takeAddition(records: Records, id: string, at: number): Promise<void> {
  for (;;) {
    const sheet = await records.sheet(id);
    if (sheet === undefined || sheet.at >= at) return;
    const done = sheet.status === 'acted-on' || sheet.status === 'closed';
    const next = { ...sheet, version: sheet.version + 1, at, ...(done && { status: 'new' as const }) };
    if (await records.keepSheet(next)) return;
  }
}
