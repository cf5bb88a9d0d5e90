import { Alert, Button, Card, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type SubmitEvent, useEffect, useState } from 'react';
import type { Session, SignedIn } from '../../http/console-contract.ts';
import { setScreenTitle } from '../frame/window-title.ts';
import { useSignIn } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import type { Language } from '../words/words.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { DoorPage } from './door-page.tsx';

/** Login and password first; the second factor is asked for only then, whether or not they were right. */
export default function SignIn({
  session,
  onLanguage,
}: {
  session: Session;
  onLanguage: (language: Language) => void;
}) {
  const { t } = useWords();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const asksCode = signIn.data?.outcome === 'code-needed' || code !== '';
  useEffect(() => setScreenTitle(t('sign-in.title')), [t]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    signIn.mutate({ login, password, ...(asksCode && { code }) });
  }

  return (
    <DoorPage programme={session.programme} onLanguage={onLanguage}>
      <Card withBorder radius="lg" padding="xl" shadow="sm">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Title order={1} size="h3">
              {t('sign-in.title')}
            </Title>
            <SignInAnswer answer={signIn.data} failed={signIn.isError} />
            <TextInput
              label={t('sign-in.login')}
              autoComplete="username"
              required
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('sign-in.password')}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
            />
            {asksCode && (
              <TextInput
                label={t('sign-in.code')}
                description={t('sign-in.code-more')}
                autoComplete="one-time-code"
                required
                data-autofocus
                ref={(input) => input?.focus()}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            )}
            <Button type="submit" loading={signIn.isPending} mt="xs">
              {t('sign-in.go')}
            </Button>
            {session.sso && (
              <>
                <Divider label={t('sign-in.or')} />
                <Button component="a" href="/api/session/sso" variant="default">
                  {t('sign-in.sso')}
                </Button>
              </>
            )}
          </Stack>
        </form>
      </Card>
      {session.demoAccounts && (
        <DemoAccounts
          accounts={session.demoAccounts}
          busy={signIn.isPending}
          onChoose={(account) => signIn.mutate({ login: account.login, password: account.password })}
        />
      )}
    </DoorPage>
  );
}

function SignInAnswer({ answer, failed }: { answer: SignedIn | undefined; failed: boolean }) {
  const { t } = useWords();
  const ssoFailed = answer === undefined && new URLSearchParams(location.search).get('sso') === 'failed';
  const text = failed
    ? t('sign-in.failed')
    : answer?.outcome === 'wrong'
      ? t('sign-in.wrong')
      : answer?.outcome === 'wait'
        ? t('sign-in.wait', { count: answer.seconds })
        : ssoFailed
          ? t('sign-in.sso-failed')
          : undefined;
  return (
    <div role="alert">
      {text && (
        <Alert color="red" variant="light">
          <Text size="sm">{text}</Text>
        </Alert>
      )}
    </div>
  );
}
