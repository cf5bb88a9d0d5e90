import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { replay } from '../src/conversation/replay.ts';
import { spokenIn } from '../src/conversation/spoken-in.ts';
import { readTranscript } from '../src/conversation/transcript.ts';
import { readSetOnce } from './support/read-set-once.ts';

const FOLDER = 'test/transcripts';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const read = readSetOnce((await readSetFiles('.')).files, 'transcripts');
if (!read.ok) throw new Error(JSON.stringify(read.findings));
const { set: line } = read;
const conversation = createConversation(line);

const played = files.flatMap((file) => {
  const read = readTranscript(file, readFileSync(`${FOLDER}/${file}`, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.findings, null, 2));
  return spokenIn(read.transcript).map(({ language, transcript }) => ({ file, language, transcript }));
});

it('finds at least sixty conversations', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
});

it.each(played)('$file $language', ({ transcript }) => {
  expect(replay(transcript, line, conversation)).toEqual([]);
});

it('passes through every flow, and each in at least three languages', () => {
  const few = line.flows.flatMap(({ name }) => {
    const through = played.filter(({ transcript }) =>
      transcript.turns.some(
        ({ expect: wanted }) =>
          wanted?.state?.startsWith(`bot.${name}.`) || wanted?.out?.some((key) => key.startsWith(`${name}.`)),
      ),
    );
    const languages = new Set(through.map(({ file, language }) => language ?? spokenOf(file)));
    // This one only shows the way to the others.
    return name === 'topics' || languages.size >= 3 ? [] : [{ flow: name, languages: [...languages] }];
  });
  expect(few).toEqual([]);
});

/** A folder is named by the language that its conversations are in; those beside them are in the default language. */
function spokenOf(file: string): string {
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  return Object.hasOwn(line.profile.languages, folder) ? folder : line.profile.defaultLanguage;
}

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
  expect(replay(read.transcript, line, conversation)).toEqual([
    { turn: 1, what: 'out', expected: '["welcome.other"]', got: '["welcome.first"]' },
    { turn: 1, what: 'queue', expected: '"red"', got: '"none"' },
  ]);
});

it('tells the place of a fault in a transcript', () => {
  const read = readTranscript('bad.yaml', 'about: x\nturns:\n  - texxt: hi\n');
  expect(read).toMatchObject({ ok: false, findings: [{ file: 'bad.yaml', line: 3 }] });
});
