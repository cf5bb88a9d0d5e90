import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountBody, AccountView, InviteBody, Invited } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';

const ACCOUNTS = ['accounts'];

/** Everybody who may sign in, by name. */
export function useAccounts() {
  return useQuery({
    queryKey: ACCOUNTS,
    queryFn: async () => {
      const accounts = await ask<AccountView[]>('GET', '/api/accounts');
      return accounts.sort((a, b) => a.name.localeCompare(b.name));
    },
  });
}

export function useInvite() {
  return useChange((body: InviteBody) => ask<Invited>('POST', '/api/accounts', body));
}

export function useChangeAccount(account: string) {
  return useChange((body: AccountBody) => ask<{ outcome: string }>('PUT', `/api/accounts/${account}`, body));
}

export function useUnlock(account: string) {
  return useChange(() => ask<{ outcome: string }>('POST', `/api/accounts/${account}/unlock`, {}));
}

export function useReset(account: string) {
  return useChange(() => ask<Invited>('POST', `/api/accounts/${account}/invitation`, {}));
}

function useChange<Value, Answer>(mutationFn: (value: Value) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: ACCOUNTS }) });
}
