import { Alert, Button, Card, Group, Modal, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Confirmed, Enrolment, ProveBody } from '../../http/console-contract.ts';
import { ConfirmCode } from '../invitation/confirm-code.tsx';
import { RecoveryCodes } from '../invitation/recovery-codes.tsx';
import { ask } from '../server/ask.ts';
import { useWords } from '../words/use-words.tsx';

type Answer<Told> = ({ outcome: 'done' } & Told) | { outcome: 'wrong' | 'wait' | 'unknown' };

/** A new phone, or new codes for the day on which it is lost: for whoever has the password and a code that still counts. */
export function AuthenticatorSettings() {
  const { t, coded } = useWords();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<string[]>();
  const renew = useMutation({
    mutationFn: (body: ProveBody) => ask<Answer<Enrolment>>('POST', '/api/me/authenticator', body),
    onSuccess: ({ outcome }) => outcome === 'done' && forget(),
  });
  const recover = useMutation({
    mutationFn: (body: ProveBody) => ask<Answer<Confirmed>>('POST', '/api/me/recovery-codes', body),
    onSuccess: (answer) => {
      if (answer.outcome !== 'done') return;
      forget();
      setCodes(answer.recoveryCodes);
    },
  });
  const enrolment = renew.data?.outcome === 'done' ? renew.data : undefined;
  const refused = [renew, recover].flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];
  const missing = password === '' || code.trim() === '';

  function forget(): void {
    setPassword('');
    setCode('');
  }

  function begin({ mutate }: Pick<typeof renew, 'mutate'> | Pick<typeof recover, 'mutate'>): void {
    renew.reset();
    recover.reset();
    mutate({ password, code: code.trim() });
  }

  function confirmed(given: string[]): void {
    renew.reset();
    setCodes(given);
    // The session is a new one, with a token of its own.
    void client.invalidateQueries({ queryKey: ['session'] });
  }

  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        <Title order={2} size="h5">
          {t('authenticator.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('authenticator.more')}
        </Text>
        <PasswordInput
          label={t('authenticator.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
        />
        <TextInput
          label={t('authenticator.code')}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div role="alert">{refused && <Alert color="red">{coded('authenticator-answer', refused)}</Alert>}</div>
        <Group>
          <Button variant="default" disabled={missing} loading={renew.isPending} onClick={() => begin(renew)}>
            {t('authenticator.renew')}
          </Button>
          <Button variant="default" disabled={missing} loading={recover.isPending} onClick={() => begin(recover)}>
            {t('authenticator.codes')}
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={enrolment !== undefined || codes !== undefined}
        onClose={() => {
          renew.reset();
          setCodes(undefined);
        }}
        closeOnClickOutside={false}
        title={t(codes ? 'authenticator.codes' : 'authenticator.renew')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        {codes ? (
          <RecoveryCodes codes={codes} next={t('accounts.close')} onKept={() => setCodes(undefined)} />
        ) : (
          enrolment && (
            <ConfirmCode path="/api/me/authenticator/confirm" enrolment={enrolment} onConfirmed={confirmed} />
          )
        )}
      </Modal>
    </Card>
  );
}
