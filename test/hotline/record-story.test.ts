import { expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createMemoryRecords } from '../../src/adapters/memory/records.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { openRecordStory } from '../../src/hotline/record-story.ts';
import { createVault } from '../../src/hotline/vault.ts';

const records = createMemoryRecords();
const vault = createVault({ keyring: newKeyring(), keyStore: createMemoryKeyStore() });

async function put(id: string, createdAt: number, content: object, of?: string): Promise<string> {
  const keyId = await vault.newKey();
  const sealed = await vault.seal(
    keyId,
    JSON.stringify({ language: 'en', urgency: 'rest', ...content }),
    `record/${id}`,
  );
  await records.put({
    id,
    kind: 'tip',
    keyId,
    sealed: sealed.toString('base64'),
    createdAt,
    ...(of !== undefined && { of }),
  });
  return keyId;
}

it('tells a report, what was added to it and what was chosen last as one story, whichever part is asked for', async () => {
  await put('tip-1', 1, { kind: 'tip', answers: { what: 'a house' }, consent: 'anonymous' });
  await put('more-1', 2, { kind: 'addition', answers: { added: 'a white van' }, consent: 'none' }, 'tip-1');
  await put('choice-1', 3, { kind: 'consent', answers: { contact: 'Ana' }, consent: 'share-contact' }, 'tip-1');
  await put('more-2', 4, { kind: 'addition', answers: { added: 'two men' }, consent: 'none' }, 'tip-1');
  await put('tip-2', 5, { kind: 'tip', answers: { what: 'a shop' }, consent: 'share-tip' });

  const story = await openRecordStory('tip-1', { records, vault });
  expect(story).toEqual({
    ...{ id: 'tip-1', createdAt: 1, kind: 'tip', language: 'en', urgency: 'rest' },
    answers: { what: 'a house' },
    consent: 'share-contact',
    added: [
      { at: 2, kind: 'addition', answers: { added: 'a white van' } },
      { at: 3, kind: 'consent', answers: { contact: 'Ana' } },
      { at: 4, kind: 'addition', answers: { added: 'two men' } },
    ],
  });
  expect(await openRecordStory('more-2', { records, vault })).toEqual(story);
  expect(await openRecordStory('tip-2', { records, vault })).toMatchObject({ consent: 'share-tip', added: [] });
});

it('knows nothing of other ids, and reads nothing once its key is gone', async () => {
  expect(await openRecordStory('nobody', { records, vault })).toBeUndefined();
  const key = await put('old', 1, { kind: 'tip', answers: {}, consent: 'anonymous' });
  await vault.destroy([key]);
  await expect(openRecordStory('old', { records, vault })).rejects.toMatchObject({ code: 'key-destroyed' });
});
