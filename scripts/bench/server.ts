import { openBareServer } from './bare-server.ts';
import { countCommands } from './count-commands.ts';
import { openLineServer } from './line-server.ts';
import type { Served } from './listen.ts';
import type { Ground } from './open-ground.ts';
import { answerCalls } from './remote.ts';
import { openStoringServer } from './storing-server.ts';

export type ServerKind = 'bare' | 'storing' | 'accept' | 'line';

const takeCounts = countCommands();
let cpu = process.cpuUsage();

/** A server under test, alone in its process. */
const calls = {
  open({ kind, ground, apiBase }: { kind: ServerKind; ground: Ground | undefined; apiBase: string }): Promise<Served> {
    if (kind === 'bare') return openBareServer();
    if (ground === undefined) throw new TypeError(`The server "${kind}" needs stores.`);
    return kind === 'storing' ? openStoringServer(ground.data) : openLineServer(ground, apiBase, kind === 'accept');
  },
  /** What it asked of Redis, and its own processor time in ms, since this was last called. */
  spent() {
    const { user, system } = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    return { commands: takeCounts(), cpuMs: (user + system) / 1000 };
  },
};

export type ServerCalls = typeof calls;

answerCalls(calls);
