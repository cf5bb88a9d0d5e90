// Looks after the flows: checks them, plays conversations against them, draws them, publishes their schema, brings old files up to date.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSetFiles, type SetOnDisk } from '../src/adapters/files/read-set-files.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { findFaults } from '../src/conversation/find-faults.ts';
import type { PublishedSet } from '../src/conversation/published-set.ts';
import { readSet } from '../src/conversation/read-set.ts';
import { replay } from '../src/conversation/replay.ts';
import { spokenIn } from '../src/conversation/spoken-in.ts';
import { readTranscript } from '../src/conversation/transcript.ts';
import type { Finding } from '../src/flow/finding.ts';
import { graphOf, mermaid } from '../src/flow/graph.ts';
import { jsonSchemas } from '../src/flow/json-schema.ts';
import { textOf } from '../src/flow/locales.ts';
import { migrate } from '../src/flow/migrations/index.ts';
import { readFlows } from '../src/flow/read-flows.ts';
import { FORMAT_VERSION } from '../src/flow/schema.ts';
import { readSource } from '../src/flow/source.ts';
import { tellFinding } from '../src/flow/tell-finding.ts';
import { marksFile, markTranslated, readTranslationMarks } from '../src/flow/translation-marks.ts';

const USAGE = `usage: npm run -s flows -- COMMAND [--flows DIR] [--json]
  check     find what is wrong, with its place and its mend; exit 1 on an error
  test [NAME ...]   play the conversations of test/transcripts, or those with NAME in theirs; exit 1 where the flows part from them
  graph     draw all flows as a Mermaid flowchart
  schema    print the JSON Schema of a flow; --write publishes all schemas in schemas/
  migrate   rewrite files of an older format, comments kept
  translated LANG [KEY ...]   say that texts of a language match today's originals; without keys, all of them`;

const ROOT = dirname(import.meta.dirname);

interface Options {
  /** What follows the command. */
  rest: string[];
  json: boolean;
  write: boolean;
}

/** Each returns the exit code. */
const COMMANDS: Record<string, (set: SetOnDisk, options: Options) => number | Promise<number>> = {
  check(set, { json }) {
    const findings = findAll(set);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (json) console.log(JSON.stringify({ ok: errors === 0, findings }));
    else for (const finding of findings) console.log(tellFinding(finding));
    if (!json) console.log(`${errors} errors, ${findings.length - errors} warnings`);
    return errors === 0 ? 0 : 1;
  },

  async test(set, { rest: names, json }) {
    const read = readSet(set.files, 'test');
    if (!read.ok) throw new Error(read.findings.map(tellFinding).join('\n'));
    const results = await playTranscripts(join(ROOT, 'test', 'transcripts'), names, read.set);
    const failed = results.filter(({ faults }) => faults.length > 0);
    if (json) console.log(JSON.stringify({ ok: failed.length === 0 && results.length > 0, results }));
    else {
      for (const { file, faults } of failed) for (const fault of faults) console.log(`${file}: ${fault}`);
      console.log(`${results.length - failed.length} of ${results.length} conversations go as written`);
    }
    return failed.length === 0 && results.length > 0 ? 0 : 1;
  },

  graph(set, { json }) {
    const graph = graphOf(readFlows(set.files).flows);
    console.log(json ? JSON.stringify(graph) : mermaid(graph));
    return 0;
  },

  async schema(_, { write }) {
    if (!write) {
      console.log(JSON.stringify(jsonSchemas['flow.schema.json'](), null, 2));
      return 0;
    }
    for (const [name, schema] of Object.entries(jsonSchemas)) {
      await writeFile(join(ROOT, 'schemas', name), `${JSON.stringify(schema(), null, 2)}\n`);
    }
    return 0;
  },

  async translated(set, { rest: [language = '', ...keys] }) {
    const { locales, profile } = readFlows(set.files);
    if (!profile || !locales[language]) throw new Error(`no texts of "${language}", or no profile`);
    const unknown = keys.filter((key) => textOf(locales, language, key) === undefined);
    if (unknown.length > 0) throw new Error(`no text ${unknown.join(', ')} in ${language}`);
    const languages = { from: profile.defaultLanguage, to: language };
    const marks = markTranslated(locales, readTranslationMarks(set.files), languages, keys);
    await writeFile(join(ROOT, marksFile(language)), `${JSON.stringify(marks, null, 2)}\n`);
    return 0;
  },

  async migrate(set) {
    for (const [path, origin] of Object.entries(set.origins)) {
      if (!/^flows\/[^/]+\.ya?ml$/.test(path) || path === 'flows/profile.yaml') continue;
      const { document, data } = readSource(path, set.files[path] ?? '');
      if (!data || typeof data !== 'object' || migrate(document) >= FORMAT_VERSION) continue;
      await writeFile(origin, document.toString({ lineWidth: 0 }));
      console.log(`${origin}: now version ${FORMAT_VERSION}`);
    }
    return 0;
  },
};

/** Commands that take more than their name. */
const TAKES_MORE = ['test', 'translated'];

/** Findings with the files' names on disk. */
function findAll({ files, origins }: SetOnDisk): Finding[] {
  const today = new Date().toISOString().slice(0, 10);
  return findFaults(files, today).map((finding) => ({ ...finding, file: origins[finding.file] ?? finding.file }));
}

/** Plays the transcripts of a folder, or those with one of the names in theirs; a fault is a difference, or why the file cannot be read. */
async function playTranscripts(
  folder: string,
  wanted: readonly string[],
  set: PublishedSet,
): Promise<{ file: string; faults: string[] }[]> {
  const named = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name) && named(name));
  const conversation = createConversation(set);
  const played = await Promise.all(
    names.sort().map(async (name) => {
      const file = relative(process.cwd(), join(folder, name));
      const read = readTranscript(file, await readFile(join(folder, name), 'utf8'));
      if (!read.ok) return [{ file, faults: read.findings.map(tellFinding) }];
      return spokenIn(read.transcript).map(({ language, transcript }) => ({
        file: language ? `${file} (${language})` : file,
        faults: replay(transcript, set, conversation).map(
          ({ turn, what, expected, got }) => `turn ${turn}: ${what} should be ${expected}, is ${got}`,
        ),
      }));
    }),
  );
  return played.flat();
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      flows: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [name = '', ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || (rest.length > 0 && !TAKES_MORE.includes(name))) throw new Error(USAGE);
  const set = await readSetFiles(relative(process.cwd(), ROOT) || '.', values.flows);
  return command(set, { ...values, rest });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
