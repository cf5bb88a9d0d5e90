import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { readSet } from '../src/conversation/read-set.ts';
import { replay } from '../src/conversation/replay.ts';
import { readTranscript } from '../src/conversation/transcript.ts';

const FOLDER = 'test/transcripts';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const set = readSet((await readSetFiles('.')).files, 'transcripts');
if (!set.ok) throw new Error(JSON.stringify(set.findings));
const conversation = createConversation(set.set);

it('finds the transcripts', () => {
  expect(files.length).toBeGreaterThanOrEqual(25);
});

it.each(files)('%s', (file) => {
  const read = readTranscript(file, readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  expect(replay(read.transcript, set.set, conversation)).toEqual([]);
});

it('tells where a transcript and the flows part ways', () => {
  const text = 'about: x\nturns:\n  - text: hi\n    expect: { out: [welcome.other], queue: red }\n';
  const read = readTranscript('wrong.yaml', text);
  if (!read.ok) throw new Error('it should be readable');
  expect(replay(read.transcript, set.set, conversation)).toEqual([
    { turn: 1, what: 'out', expected: '["welcome.other"]', got: '["welcome.first"]' },
    { turn: 1, what: 'queue', expected: '"red"', got: '"none"' },
  ]);
});

it('tells the place of a fault in a transcript', () => {
  const read = readTranscript('bad.yaml', 'about: x\nturns:\n  - texxt: hi\n');
  expect(read).toMatchObject({ ok: false, findings: [{ file: 'bad.yaml', line: 3 }] });
});
