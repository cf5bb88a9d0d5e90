import type { AccountStore, Log, SignOnFlow, SingleSignOn, StoredAccount, Vouched } from '../ports.ts';
import { changeAccount } from './change-account.ts';

/** Where the provider sends browsers back to, beneath PUBLIC_URL; it is registered there. */
export const SIGN_ON_RETURN = '/api/session/sso/return';

export type SignOnResult =
  | { outcome: 'signed-in'; account: StoredAccount }
  | { outcome: 'not-invited'; about?: string };

export interface SignOn {
  /** Undefined when the provider is away. */
  begin(): Promise<{ redirectTo: string; flow: SignOnFlow } | undefined>;
  /** `query` is what the provider sent the browser back with. */
  finish(query: string, flow: SignOnFlow): Promise<SignOnResult | { outcome: 'failed' }>;
}

/** Sign-in by way of a provider. Whatever goes wrong over there lets nobody in, and is counted. */
export function createSignOn(deps: { provider: SingleSignOn; store: AccountStore; log: Log }): SignOn {
  const failed = () => {
    deps.log.event('sign-on-failed');
    return undefined;
  };
  return {
    begin: () => deps.provider.begin().catch(failed),
    async finish(query, flow) {
      const vouched = await deps.provider.finish(query, flow).catch(failed);
      return vouched === undefined ? { outcome: 'failed' } : accountOf(deps.store, vouched);
    },
  };
}

/**
 * Finds the account of whom a single sign-on provider vouches for. The first time, it is the one invited under their
 * verified address, which is theirs from then on by the provider's own name for them. An account with a password of its own
 * is never taken over; roles are never the provider's to give.
 */
async function accountOf(store: AccountStore, vouched: Vouched): Promise<SignOnResult> {
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
