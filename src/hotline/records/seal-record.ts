import type { StoredRecord } from '../ports.ts';
import type { RecordContent } from '../record-story.ts';
import type { Vault } from '../vault.ts';

/** Seals what somebody told under a new key of its own, which outlives the conversation. `of`: the record that it adds to. */
export async function sealRecord(
  { of, ...content }: RecordContent & { of?: string },
  { id, now, vault }: { id: string; now: number; vault: Vault },
): Promise<StoredRecord> {
  const keyId = await vault.newKey({ kind: 'record', at: now });
  const { kind, answers, consent, language, urgency } = content;
  const plain = JSON.stringify({ kind, answers, consent, language, urgency });
  const sealed = await vault.seal(keyId, plain, `record/${id}`);
  return { id, kind, keyId, sealed: sealed.toString('base64'), createdAt: now, ...(of !== undefined && { of }) };
}
