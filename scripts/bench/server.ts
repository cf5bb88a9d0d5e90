import { countCommands } from './count-commands.ts';
import type { Served } from './listen.ts';
import type { Ground } from './open-ground.ts';
import { answerCalls } from './remote.ts';

export type ServerKind = 'bare' | 'storing' | 'accept' | 'line' | 'fan';

const takeCounts = countCommands();
let cpu = process.cpuUsage();

/** A server under test, alone in its process, which holds no code but what it needs. */
const calls = {
  async open(given: { kind: ServerKind; ground: Ground | undefined; apiBase: string }): Promise<Served> {
    const { kind, ground, apiBase } = given;
    if (kind === 'bare') return (await import('./bare-server.ts')).openBareServer();
    if (kind === 'fan') return (await import('./fan-server.ts')).openFanServer();
    if (ground === undefined) throw new TypeError(`The server "${kind}" needs stores.`);
    if (kind === 'storing') return (await import('./storing-server.ts')).openStoringServer(ground.data);
    return (await import('./line-server.ts')).openLineServer(ground, apiBase, kind === 'accept');
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
