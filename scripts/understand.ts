import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openUnderstanding } from './understand/open-understanding.ts';
import { understandText } from './understand/understand-text.ts';

const USAGE = `What the line understands of single texts. One JSON object a line in, one out, in order:
  in   {"text": "...", "lang": "es"}      lang: the conversation's language, if there is one yet
  out  {"danger", "optOut", "language", "faq", "referral": {"location", "services"}}
A line that cannot be read gives {"error"} in its place, and exit code 1 at the end.`;

const Line = z.object({ text: z.string(), lang: z.string().optional() });

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const set = await openUnderstanding();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (!read.ok) process.exitCode = 1;
    process.stdout.write(
      `${JSON.stringify(read.ok ? understandText(set, read.text, read.lang) : { error: read.error })}\n`,
    );
  }
}

function readLine(line: string): { ok: true; text: string; lang?: string } | { ok: false; error: string } {
  try {
    const { data, success } = Line.safeParse(JSON.parse(line));
    return success ? { ok: true, ...data } : { ok: false, error: 'a line needs "text", and may have "lang"' };
  } catch {
    return { ok: false, error: 'not a JSON object' };
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'unexpected failure'}\n`);
  process.exitCode = 1;
}
