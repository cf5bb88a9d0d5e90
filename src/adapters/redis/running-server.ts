import { existsSync, realpathSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import path from 'node:path';
import { socketFolder } from './socket-folder.ts';

/** The private server that a running line has under DATA_DIR; undefined when none answers. */
export async function runningServer(dir: string, name: 'data' | 'keys'): Promise<{ socketPath: string } | undefined> {
  const folder = path.join(dir, name);
  if (!existsSync(folder)) return undefined;
  const { socketPath } = socketFolder(realpathSync(folder));
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connectSocket(socketPath);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
  return answers ? { socketPath } : undefined;
}
