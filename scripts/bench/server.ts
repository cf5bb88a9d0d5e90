import { openBareServer } from './bare-server.ts';
import { countCommands } from './count-commands.ts';
import { openLineServer } from './line-server.ts';
import type { Served } from './listen.ts';
import type { Ground } from './open-ground.ts';
import { answerCalls } from './remote.ts';
import { openStoringServer } from './storing-server.ts';

export type ServerKind = 'bare' | 'storing' | 'accept' | 'line';

const takeCounts = countCommands();

/** A server under test, alone in its process. */
const calls = {
  open({ kind, ground, apiBase }: { kind: ServerKind; ground: Ground | undefined; apiBase: string }): Promise<Served> {
    if (kind === 'bare') return openBareServer();
    if (ground === undefined) throw new TypeError(`The server "${kind}" needs stores.`);
    return kind === 'storing' ? openStoringServer(ground.data) : openLineServer(ground, apiBase, kind === 'accept');
  },
  commands: () => takeCounts(),
};

export type ServerCalls = typeof calls;

answerCalls(calls);
