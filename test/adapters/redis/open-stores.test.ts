import { describe, expect, it } from '@jest/globals';
import { openStores } from '../../../src/adapters/redis/open-stores.ts';

describe('stores that cannot be opened', () => {
  it('says which setting names the server, why it cannot be used, and what to look at', async () => {
    const nobody = { redisUrls: ['redis://:canary@127.0.0.1:1'], keystoreUrls: ['redis://127.0.0.1:2'], dataDir: '' };
    const failed = await openStores(nobody).catch((error: Error) => error.message);
    expect(failed).toMatch(/^REDIS_URL: Redis cannot be used \(ECONNREFUSED\)\. Check that it runs, and its address/);
    expect(failed).not.toMatch(/canary/);
  });
});
