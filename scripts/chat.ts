import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import type { Hold } from '../src/hotline/desk/desk.ts';
import { type Happened, type MemoryLine, openMemoryLine } from '../src/memory-line.ts';

const USAGE = `A phone in the terminal. One line is one text; lines with / are commands:
  /wait 20m     let time pass (s, m, h)      /claim NAME   an advocate takes over
  /say TEXT     the advocate writes          /close        the advocate closes
  /quit
options: --json  --from +15555550100  --flows DIR`;

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

interface Phone {
  chat: MemoryLine;
  from: string;
  hold?: Hold;
}

/** Each command answers with what went wrong, or nothing. */
const COMMANDS: Record<string, (phone: Phone, rest: string) => Promise<string | undefined>> = {
  async wait({ chat }, rest) {
    const [, amount, unit] = /^(\d{1,4})\s*([smh])$/.exec(rest) ?? [];
    if (amount === undefined || unit === undefined) return 'say how long, such as /wait 20m';
    await chat.wait(Number(amount) * (UNITS[unit] ?? 0));
    return undefined;
  },

  async claim(phone, rest) {
    if (rest === '') return 'say who claims, such as /claim Ana';
    const [ref] = await phone.chat.line.desk.waiting();
    const hold = ref && (await phone.chat.line.desk.claim(ref, rest));
    if (hold === undefined) return 'nobody waits';
    phone.hold = hold;
    await phone.chat.settle();
    return undefined;
  },

  async say({ chat, hold }, rest) {
    if (hold === undefined) return 'claim first, such as /claim Ana';
    const outcome = await chat.line.desk.say(hold, rest);
    await chat.settle();
    return outcome === 'stored' ? undefined : outcome;
  },

  async close(phone) {
    if (phone.hold === undefined) return 'claim first, such as /claim Ana';
    const outcome = await phone.chat.line.desk.close(phone.hold);
    await phone.chat.settle();
    delete phone.hold;
    return outcome === 'stored' ? undefined : outcome;
  },
};

async function hear(phone: Phone, line: string): Promise<string | undefined> {
  if (!line.startsWith('/')) {
    await phone.chat.text(phone.from, line);
    return undefined;
  }
  const [, name = '', rest = ''] = /^\/(\w*)\s*(.*)$/s.exec(line) ?? [];
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command ? command(phone, rest.trim()) : 'no such command: /wait /claim /say /close /quit';
}

function report({ library }: MemoryLine, line: string, { sent, effects, state, records }: Happened) {
  const card = state && library.current().conversation.card(state);
  const queued = card && card.status !== 'live' ? { priority: card.priority, reasons: card.reasons } : null;
  return {
    in: line,
    out: sent,
    state: state?.value ?? 'quiet',
    danger: state?.context.danger ?? 'none',
    language: state?.context.language ?? library.current().set.profile.defaultLanguage,
    effects: effects.map(({ type }) => type),
    queue: queued,
    records,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      from: { type: 'string', default: '+15555550100' },
      flows: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (!/^\+[1-9]\d{6,14}$/.test(values.from)) throw new Error('--from must be a number such as +15555550100');
  const { files, origins } = await readSetFiles(path.join(import.meta.dirname, '..'), values.flows);
  const opened = await openMemoryLine(files);
  if (!opened.ok) {
    const places = opened.findings.map(
      ({ file, line, column, message }) => `${origins[file] ?? file}:${line}:${column} ${message}`,
    );
    throw new Error(`The flows have faults:\n${places.join('\n')}`);
  }
  if (!values.json) process.stdout.write(`${USAGE}\n\n`);
  const phone: Phone = { chat: opened.line, from: values.from };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '/quit') break;
    const error = await hear(phone, line);
    const happened = phone.chat.take();
    const shown = error === undefined ? report(phone.chat, line, happened) : { in: line, error };
    if (values.json) process.stdout.write(`${JSON.stringify(shown)}\n`);
    else
      process.stdout.write(error === undefined ? happened.sent.map((text) => `< ${text}\n`).join('') : `! ${error}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'unexpected failure'}\n`);
  process.exitCode = 1;
}
