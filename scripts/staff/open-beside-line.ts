import { openStores, type Stores } from '../../src/adapters/redis/open-stores.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Keyring } from '../../src/hotline/keyring.ts';
import { matchKeyring, openKeyring } from '../../src/open-keyring.ts';

/** The line's own stores and keyring, by its own settings, whether it runs or not. Ends the command when they cannot be had. */
export async function openBesideLine(): Promise<{ config: Config; stores: Stores; keyring: Keyring }> {
  const read = readConfig();
  if (!read.ok) return end(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'));
  const { config } = read;
  try {
    const keyring = openKeyring(config.keyringFile, config.mode);
    const stores = await openStores({ ...config, besideLine: true });
    await matchKeyring(keyring, stores.lineState);
    return { config, stores, keyring };
  } catch (error) {
    return end(error instanceof Error ? error.message : 'The stores cannot be opened.');
  }
}

function end(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
