import type { Records } from '../ports.ts';
import type { Vault } from '../vault.ts';

/**
 * Something was added to a record: it stands among the last told again, and as new when everybody was done with it, so that
 * the addition is read. Done twice, it comes to the same.
 */
export async function takeAddition(
  id: string,
  at: number,
  { records, vault }: { records: Records; vault: Vault },
): Promise<void> {
  // The story is kept, and forgotten, as one.
  const story = await records.story(id);
  await vault.keep(
    'record',
    story.map(({ keyId }) => keyId),
    at,
  );
  for (;;) {
    const sheet = await records.sheet(id);
    if (sheet === undefined || sheet.at >= at) return;
    const done = sheet.status === 'acted-on' || sheet.status === 'closed';
    const next = { ...sheet, version: sheet.version + 1, at, ...(done && { status: 'new' as const }) };
    if (await records.keepSheet(next)) return;
  }
}
