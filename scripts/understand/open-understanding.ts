import path from 'node:path';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { readUnderstanding, type Understanding } from '../../src/conversation/read-understanding.ts';
import { readLocales } from '../../src/flow/locales.ts';
import { PROFILE_FILE, readProfile } from '../../src/flow/read-profile.ts';

/** The line's understanding, and the language of a conversation of which nothing is known. */
export interface OpenUnderstanding extends Understanding {
  defaultLanguage: string;
}

/** Of all locales only these say anything of what texters write. */
const QUESTIONS = /^locales\/[a-z]{2}\/faq(?:-questions)?\.json$/;

/**
 * The project's own lists, as a line would read texts with them. Flows and all that the line says stay closed, for they take longest.
 * @throws Error with file and line of every fault.
 */
export async function openUnderstanding(): Promise<OpenUnderstanding> {
  const { files } = await readSetFiles(path.join(import.meta.dirname, '../..'));
  const { locales } = readLocales(Object.fromEntries(Object.entries(files).filter(([file]) => QUESTIONS.test(file))));
  const { profile, findings } = readProfile(files[PROFILE_FILE]);
  const read = readUnderstanding(files, locales);
  if (read.ok && profile) return { ...read.understanding, defaultLanguage: profile.defaultLanguage };
  const faults = read.ok ? findings : read.findings;
  throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
}
