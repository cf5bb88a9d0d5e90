import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startPrivateServer } from '../../src/adapters/redis/private-server.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';

export type Appendfsync = 'always' | 'everysec';

/** What a server under test stands on: sockets of two private servers, started as the line starts its own. */
export interface Ground {
  data: string;
  keys: string;
  keyringFile: string;
}

/** `close` ends the servers; their files stay in `dir`. */
export async function openGround(dir: string, appendfsync: Appendfsync): Promise<Ground & { close(): Promise<void> }> {
  await mkdir(dir, { recursive: true });
  const keyringFile = path.join(dir, 'keyring.json');
  await writeFile(keyringFile, JSON.stringify(newKeyring()), { mode: 0o600 });
  const data = await startPrivateServer({ name: 'data', dir, appendfsync });
  const keys = await startPrivateServer({ name: 'keys', dir, appendfsync });
  return {
    data: data.target.socketPath,
    keys: keys.target.socketPath,
    keyringFile,
    async close() {
      await Promise.all([data.stop(), keys.stop()]);
    },
  };
}
