import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditAnchor, AuditStore } from '../../src/hotline/ports.ts';

export interface AuditStoreFactory {
  name: string;
  create(): Promise<{ store: AuditStore; anchor: AuditAnchor; close(): Promise<void> }>;
}

/** What every store of the audit chain must do. */
export function auditStoreContract({ name, create }: AuditStoreFactory): void {
  describe(`audit chain ${name}`, () => {
    let opened: Awaited<ReturnType<typeof create>>;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());
    const head = (seq: number, mac = `mac-${seq}`) => ({ seq, mac });
    const line = (seq: number) => ({ seq, line: `mac-${seq} {"é":"${seq}"}` });

    it('begins with nothing, and grows at its end', async () => {
      expect(await opened.store.head()).toBeUndefined();
      expect(await opened.store.append(undefined, [line(1), line(2)], head(2))).toBe(true);
      expect(await opened.store.append(head(2), [line(3)], head(3))).toBe(true);
      expect(await opened.store.head()).toEqual(head(3));
      expect(await opened.store.read(1, 10)).toEqual([line(1), line(2), line(3)]);
      expect(await opened.store.read(2, 1)).toEqual([line(2)]);
      expect(await opened.store.read(4, 10)).toEqual([]);
    });

    it('lets one of ten who saw the same head write', async () => {
      const written = await Promise.all(
        Array.from({ length: 10 }, (_, n) => opened.store.append(head(3), [line(4)], head(4, `of-${n}`))),
      );
      expect(written.filter((mine) => mine)).toHaveLength(1);
      expect(await opened.store.append(undefined, [line(5)], head(5))).toBe(false);
      expect(await opened.store.read(4, 10)).toHaveLength(1);
    });

    it('forgets its beginning, and keeps what the chain goes on from', async () => {
      const base = (seq: number) => ({ ...head(seq), sealed: `sealed-${seq}` });
      expect(await opened.store.base()).toBeUndefined();
      await opened.store.forget(base(2));
      await opened.store.forget(base(1));
      expect(await opened.store.base()).toEqual(base(2));
      expect((await opened.store.read(1, 10)).map(({ seq }) => seq)).toEqual([3, 4]);
      expect((await opened.store.head())?.seq).toBe(4);
    });

    it('has an anchor that only goes on', async () => {
      expect(await opened.anchor.get()).toBeUndefined();
      for (const seq of [3, 10, 9]) await opened.anchor.set(head(seq));
      expect(await opened.anchor.get()).toEqual(head(10));
    });
  });
}
