import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { readSet } from '../src/conversation/read-set.ts';
import { replay } from '../src/conversation/replay.ts';
import { spokenIn } from '../src/conversation/spoken-in.ts';
import { readTranscript } from '../src/conversation/transcript.ts';

const FOLDER = 'test/transcripts';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const set = readSet((await readSetFiles('.')).files, 'transcripts');
if (!set.ok) throw new Error(JSON.stringify(set.findings));
const conversation = createConversation(set.set);

const played = files.flatMap((file) => {
  const read = readTranscript(file, readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  return spokenIn(read.transcript).map(({ language, transcript }) => ({ file, language, transcript }));
});

it('finds at least sixty conversations', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
});

it.each(played)('$file $language', ({ transcript }) => {
  expect(replay(transcript, set.set, conversation)).toEqual([]);
});

it('passes through every flow', () => {
  const states = played.flatMap(({ transcript }) =>
    transcript.turns.flatMap(({ expect: wanted }) => wanted?.state ?? []),
  );
  const said = played.flatMap(({ transcript }) => transcript.turns.flatMap(({ expect: wanted }) => wanted?.out ?? []));
  for (const { name } of set.set.flows) {
    const passed =
      states.some((state) => state.startsWith(`bot.${name}.`)) || said.some((key) => key.startsWith(`${name}.`));
    // This one only shows the way to the others.
    if (name !== 'topics') expect({ flow: name, passed }).toEqual({ flow: name, passed: true });
  }
});

it('plays a conversation in each language in which all of it is written', () => {
  const text =
    'about: x\nturns:\n  - text: { en: hi, es: hola, fr: salut }\n  - text: "2"\n  - text: { es: si, en: "yes" }\n';
  const read = readTranscript('languages.yaml', text);
  if (!read.ok) throw new Error('it should be readable');
  const spoken = spokenIn(read.transcript).map(({ language, transcript }) => [
    language,
    transcript.turns.map((turn) => 'text' in turn && turn.text),
  ]);
  expect(spoken).toEqual([
    ['en', ['hi', '2', 'yes']],
    ['es', ['hola', '2', 'si']],
  ]);
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
