import { describe } from '@jest/globals';
import { createMemoryKeyStore } from '../../../src/adapters/memory/key-store.ts';
import { keyStoreContract } from '../../contracts/key-store.contract.ts';

describe('the key store in memory', () => {
  keyStoreContract(async () => createMemoryKeyStore());
});
