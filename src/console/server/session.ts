import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me, Session, SettingsBody, Shift, SignedIn, SignInBody } from '../../http/console-contract.ts';
import { ask, setCsrf } from './ask.ts';

const SESSION = ['session'];

/** Who is signed in, and what the page needs before anybody is. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => {
      const session = await ask<Session>('GET', '/api/session');
      setCsrf(session.csrf);
      return session;
    },
  });
}

/** The person at this console; only for what is shown to the signed in. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data?.me) throw new Error('nobody is signed in');
  return data.me;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInBody) => ask<SignedIn>('POST', '/api/session', body),
    onSuccess: (result) =>
      result.outcome === 'signed-in' ? client.invalidateQueries({ queryKey: SESSION }) : undefined,
  });
}

/** Ends the login and forgets at once whatever this page has shown. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask<void>('DELETE', '/api/session'),
    onSettled: () => {
      client.clear();
      location.assign('/console/');
    },
  });
}

export function useSetShift() {
  return useMeChange((shift: Shift) => ask<Me>('PUT', '/api/me/shift', { shift }));
}

export function useSetSettings() {
  return useMeChange((settings: SettingsBody) => ask<Me>('PUT', '/api/me/settings', settings));
}

function useMeChange<T>(change: (value: T) => Promise<Me>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (me) => client.setQueryData<Session>(SESSION, (session) => session && { ...session, me }),
  });
}
