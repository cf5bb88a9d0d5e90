import type { AccountStore, StoredAccount } from '../ports.ts';

/** Two who change one account at once is rare; as many as this is a fault. */
const MOST_TRIES = 20;

/**
 * Changes an account as it stands now. `change` is asked again when another was first; undefined leaves it as it is.
 * Returns what stands afterwards; undefined when there is no such account, or nothing was changed.
 */
export async function changeAccount(
  store: AccountStore,
  id: string,
  change: (account: StoredAccount) => StoredAccount | undefined | Promise<StoredAccount | undefined>,
): Promise<StoredAccount | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const account = await store.get(id);
    const changed = account && (await change(account));
    if (account === undefined || changed === undefined) return undefined;
    const next = { ...changed, revision: account.revision + 1 };
    if (await store.replace(next)) return next;
  }
  throw new Error('The account was changed by others at every try.');
}
