import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountStore } from '../../src/hotline/ports.ts';
import { anAccount } from '../hotline/accounts/an-account.ts';

export interface AccountStoreFactory {
  name: string;
  create(): Promise<{ store: AccountStore; close(): Promise<void> }>;
}

/** What every store of accounts must do. */
export function accountStoreContract({ name, create }: AccountStoreFactory): void {
  describe(`accounts ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());

    it('gives back what was added, by id and by login', async () => {
      const account = anAccount('one', { roles: ['advocate', 'admin'], recovery: ['a'] });
      expect(await opened.store.add(account)).toBe(true);
      expect(await opened.store.get('one')).toEqual(account);
      expect(await opened.store.withLogin('one@example.org')).toEqual(account);
      expect((await opened.store.list()).map(({ id }) => id)).toEqual(['one']);
    });

    it('knows nothing of others', async () => {
      expect(await opened.store.get('never')).toBeUndefined();
      expect(await opened.store.withLogin('never')).toBeUndefined();
      expect(await opened.store.replace(anAccount('never', { revision: 2 }))).toBe(false);
    });

    it('gives a login to one of ten who ask at once', async () => {
      const added = await Promise.all(
        Array.from({ length: 10 }, (_, n) => opened.store.add(anAccount(`copy-${n}`, { login: 'same' }))),
      );
      expect(added.filter((mine) => mine)).toHaveLength(1);
    });

    it('notes who was there when, and nobody who changes an account trips over it', async () => {
      await opened.store.add(anAccount('seen'));
      await opened.store.noteSeen('seen', 5);
      await opened.store.noteSeen('seen', 7);
      expect(await opened.store.lastSeen()).toEqual({ seen: 7 });
      expect(await opened.store.replace(anAccount('seen', { revision: 2 }))).toBe(true);
    });

    it('lets one of ten who change the same revision win', async () => {
      await opened.store.add(anAccount('two'));
      const changed = await Promise.all(
        Array.from({ length: 10 }, (_, n) => opened.store.replace(anAccount('two', { revision: 2, loadCap: n }))),
      );
      expect(changed.filter((mine) => mine)).toHaveLength(1);
      expect((await opened.store.get('two'))?.loadCap).toBe(changed.indexOf(true));
      expect(await opened.store.replace(anAccount('two', { revision: 2 }))).toBe(false);
      expect(await opened.store.replace(anAccount('two', { revision: 4 }))).toBe(false);
      expect(await opened.store.replace(anAccount('two', { revision: 3 }))).toBe(true);
    });
  });
}
