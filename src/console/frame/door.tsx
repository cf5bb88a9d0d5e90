import { Center, Loader } from '@mantine/core';
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch } from 'wouter';
import type { Session } from '../../http/console-contract.ts';
import { onSignedOut } from '../server/ask.ts';
import type { Language } from '../words/words.ts';
import { Unreachable } from './unreachable.tsx';

const Frame = lazy(() => import('./frame.tsx'));
const SignIn = lazy(() => import('../sign-in/sign-in.tsx'));
const Invitation = lazy(() => import('../invitation/invitation.tsx'));

/** Who may come in: the signed in to the frame, an invited person to their invitation, all others to the sign-in. */
export function Door({
  session,
  onLanguage,
}: {
  session: UseQueryResult<Session>;
  onLanguage: (language: Language) => void;
}) {
  const client = useQueryClient();
  useEffect(() => onSignedOut(() => void client.invalidateQueries({ queryKey: ['session'] })), [client]);
  const me = session.data?.me?.id;
  const before = useRef(me);
  useEffect(() => {
    // What one person has been shown stays in memory for when they come back; to another it must not be there at all.
    if (me && before.current && me !== before.current) location.reload();
    before.current = me ?? before.current;
  }, [me]);
  if (!session.data) return session.isError ? <Unreachable onRetry={() => void session.refetch()} /> : <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/invitation">
          <Invitation />
        </Route>
        <Route>
          {session.data.me ? (
            <Frame session={session.data} />
          ) : (
            <SignIn session={session.data} onLanguage={onLanguage} />
          )}
        </Route>
      </Switch>
    </Suspense>
  );
}

function Waiting() {
  return (
    <Center h="100dvh">
      <Loader />
    </Center>
  );
}
