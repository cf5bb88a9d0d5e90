import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionStore } from '../../src/hotline/ports.ts';

export interface SessionStoreFactory {
  name: string;
  /** `pass` lets some of the time go by that a session has to live. */
  create(): Promise<{ store: SessionStore; pass(ms: number): Promise<void>; close(): Promise<void> }>;
}

/** What every store of sign-ins must do. */
export function sessionStoreContract({ name, create }: SessionStoreFactory): void {
  describe(`sessions ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());
    const session = { account: 'ana', epoch: 1, openedAt: 1, seenAt: 1 };

    it('gives back what was put, and renews it', async () => {
      await opened.store.put('one', session, 60_000);
      expect(await opened.store.get('one')).toEqual(session);
      expect(await opened.store.renew('one', { ...session, seenAt: 2 }, 60_000)).toBe(true);
      expect(await opened.store.get('one')).toEqual({ ...session, seenAt: 2 });
      expect(await opened.store.get('other')).toBeUndefined();
    });

    it('does not bring back what was ended', async () => {
      await opened.store.put('two', session, 60_000);
      await opened.store.end('two');
      expect(await opened.store.renew('two', session, 60_000)).toBe(false);
      expect(await opened.store.get('two')).toBeUndefined();
    });

    it('forgets one whose time is over', async () => {
      await opened.store.put('three', session, 30);
      while ((await opened.store.get('three')) !== undefined) await opened.pass(30);
      expect(await opened.store.renew('three', session, 60_000)).toBe(false);
    });
  });
}
