import { LineError } from '../errors.ts';
import type { Clock, KeptItems, KeyStore, Records, StoredHold } from '../ports.ts';
import { isInboxKey, type Vault } from '../vault.ts';
import type { HeldKind, HoldView } from './retention-view.ts';

/** Legal holds: what an admin has said must not be forgotten, and why. */
export interface Holds {
  /** `held`: it is already. `unknown`: nothing is kept under this id, any more. */
  hold(by: string, wanted: { kind: HeldKind; id: string; reason: string }): Promise<'done' | 'held' | 'unknown'>;
  /** What was to be forgotten meanwhile is forgotten now. `unknown`: nothing is held under this id. */
  lift(by: string, id: string, reason: string): Promise<'done' | 'unknown'>;
  isHeld(id: string): Promise<boolean>;
  /** Newest first. One whose reasons are forgotten is told no more. */
  list(): Promise<HoldView[]>;
  /** Holds what was added since, keeps the reasons as long as they hold, and ends what broke off half way. */
  settle(): Promise<void>;
  /** Takes away holds that were lifted so long ago that their reasons are forgotten. */
  forgetOld(): Promise<void>;
}

export function createHolds(deps: {
  clock: Clock;
  vault: Vault;
  keyStore: Pick<KeyStore, 'hold' | 'lift'>;
  records: Pick<Records, 'get' | 'story'>;
  items: KeptItems<StoredHold>;
  /** Takes away what stands beside what is gone. */
  erase(kind: HeldKind, keyIds: string[]): Promise<void>;
}): Holds {
  const { clock, vault, keyStore, records, items } = deps;
  const find = async (id: string) => (await items.list()).find((item) => item.id === id);
  const isActive = (item: StoredHold | undefined) => item !== undefined && item.lifted === undefined;
  const place = (id: string) => `hold/${id}`;

  async function keysOf(kind: HeldKind, id: string): Promise<string[]> {
    if (kind === 'record') return (await records.story(id)).map(({ keyId }) => keyId);
    return isInboxKey(id) ? [] : [id];
  }

  /** Returns those that stand. `hold`: its number among those of this id, so that whoever lifts an earlier one lifts no other. */
  async function holdAll(keyIds: string[], hold: number): Promise<string[]> {
    const stand = await Promise.all(keyIds.map((keyId) => keyStore.hold(keyId, hold)));
    return keyIds.filter((_, at) => stand[at]);
  }

  async function liftAll({ kind, keyIds, hold }: StoredHold): Promise<void> {
    const wanted = await Promise.all(keyIds.map((keyId) => keyStore.lift(keyId, hold)));
    const gone = keyIds.filter((_, place) => wanted[place]);
    if (gone.length === 0) return;
    await vault.destroy(gone);
    await deps.erase(kind, gone);
  }

  async function seal({ reasonKey, id }: Pick<StoredHold, 'reasonKey' | 'id'>, reason: string): Promise<string> {
    return (await vault.seal(reasonKey, reason, place(id))).toString('base64');
  }

  /** Undefined once the reasons are forgotten. */
  async function viewOf({ id, kind, by, at, reason, lifted, reasonKey }: StoredHold): Promise<HoldView | undefined> {
    const open = (sealed: string) => vault.open(reasonKey, Buffer.from(sealed, 'base64'), place(id));
    try {
      const view = { id, kind, by, at, reason: await open(reason) };
      return lifted === undefined ? view : { ...view, lifted: { ...lifted, reason: await open(lifted.reason) } };
    } catch (error) {
      if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
      throw error;
    }
  }

  return {
    async hold(by, { kind, id: named, reason }) {
      // A story is held as one, under its first record.
      const id = (kind === 'record' && (await records.get(named))?.of) || named;
      const standing = await find(id);
      if (isActive(standing)) return 'held';
      const version = (standing?.version ?? 0) + 1;
      // First the keys: what is written down as held is held.
      const held = await holdAll(await keysOf(kind, id), version);
      if (held.length === 0) return 'unknown';
      const at = clock.now();
      const reasonKey = await vault.newKey({ kind: 'audit', at });
      const sealed = await seal({ reasonKey, id }, reason);
      return (await items.put({ id, version, kind, keyIds: held, hold: version, by, at, reasonKey, reason: sealed }))
        ? 'done'
        : 'held';
    },

    async lift(by, id, reason) {
      const item = await find(id);
      if (item === undefined || !isActive(item)) return 'unknown';
      const at = clock.now();
      const lifted = { by, at, reason: await seal(item, reason) };
      if (!(await items.put({ ...item, version: item.version + 1, lifted }))) return 'unknown';
      await vault.keep('audit', [item.reasonKey], at);
      await liftAll(item);
      return 'done';
    },

    isHeld: async (id) => isActive(await find(id)),

    async list() {
      const views = await Promise.all((await items.list()).map(viewOf));
      return views.filter((view) => view !== undefined).sort((a, b) => b.at - a.at);
    },

    async settle() {
      for (const item of await items.list()) {
        if (!isActive(item)) {
          await liftAll(item);
          continue;
        }
        await vault.keep('audit', [item.reasonKey], clock.now());
        const keyIds = await holdAll(await keysOf(item.kind, item.id), item.hold);
        const added = keyIds.some((keyId) => !item.keyIds.includes(keyId));
        if (added) await items.put({ ...item, version: item.version + 1, keyIds });
      }
    },

    async forgetOld() {
      for (const item of await items.list()) {
        if (!isActive(item) && (await viewOf(item)) === undefined) await items.remove(item.id, item.version);
      }
    },
  };
}
