import type { AccountStore, StoredAccount, Vouched } from '../ports.ts';
import { changeAccount } from './change-account.ts';

export type SignOnResult =
  | { outcome: 'signed-in'; account: StoredAccount }
  | { outcome: 'not-invited'; about?: string };

/**
 * Finds the account of whom a single sign-on provider vouches for. The first time, it is the one invited under their
 * verified address, which is theirs from then on by the provider's own name for them. An account with a password of its own
 * is never taken over; roles are never the provider's to give.
 */
export async function signOn(store: AccountStore, vouched: Vouched): Promise<SignOnResult> {
  const { issuer, subject, email } = vouched;
  const known = (await store.list()).find((account) => {
    return account.subject?.issuer === issuer && account.subject.subject === subject;
  });
  if (known !== undefined) {
    if (known.status === 'active') return { outcome: 'signed-in', account: known };
    return { outcome: 'not-invited', about: known.id };
  }
  const invited = email === undefined ? undefined : await store.withLogin(email.toLowerCase());
  const account =
    invited &&
    (await changeAccount(store, invited.id, ({ invitation: _spent, ...standing }) =>
      standing.status === 'invited' && standing.subject === undefined
        ? { ...standing, status: 'active', subject: { issuer, subject } }
        : undefined,
    ));
  if (account !== undefined) return { outcome: 'signed-in', account };
  return { outcome: 'not-invited', ...(invited && { about: invited.id }) };
}
