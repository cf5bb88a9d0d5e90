import { describe, expect, it } from '@jest/globals';
import { createMemoryLineState } from '../src/adapters/memory/line-state.ts';
import { newKeyring, rotateKeyring } from '../src/hotline/keyring.ts';
import { matchKeyring } from '../src/open-keyring.ts';

describe('a keyring held against what the store was written with', () => {
  const ring = rotateKeyring(newKeyring());
  const used = async () => {
    const lineState = createMemoryLineState();
    await matchKeyring(ring, lineState);
    return lineState;
  };

  it('may grow', async () => {
    await expect(matchKeyring(rotateKeyring(ring), await used())).resolves.toBeUndefined();
  });

  it.each(['lookup', 'wrapping'] as const)('may not lose a %s key, and names it', async (kind) => {
    const { current, keys } = ring[kind];
    const lost = Object.keys(keys).find((id) => id !== current) as string;
    const { [lost]: _, ...rest } = keys;
    const without = { ...ring, [kind]: { current, keys: rest } };
    const lineState = await used();
    await expect(matchKeyring(without, lineState)).rejects.toThrow(`${kind}.keys lacks the right ${lost}: restore it`);
    await expect(matchKeyring(ring, lineState)).resolves.toBeUndefined();
  });

  it.each(['lookup', 'wrapping'] as const)('may not have another %s key under an id in use', async (kind) => {
    const { current, keys } = ring[kind];
    const other = newKeyring()[kind].keys;
    const changed = { ...ring, [kind]: { current, keys: { ...keys, ...other } } };
    await expect(matchKeyring(changed, await used())).rejects.toThrow(
      `${kind}.keys lacks the right ${Object.keys(other).join()}`,
    );
  });

  it('is not another one', async () => {
    await expect(matchKeyring(newKeyring(), await used())).rejects.toThrow(
      'is not the one that the data was written with',
    );
  });
});
