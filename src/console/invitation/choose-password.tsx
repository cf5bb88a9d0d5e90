import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { AcceptInvitationBody, Enrolment } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';
import { useWords } from '../words/use-words.tsx';

const SHORTEST = 15;

type Accepted = ({ outcome: 'done' } & Enrolment) | { outcome: 'unknown' | 'weak' };

export function ChoosePassword({ token, onEnrol }: { token: string; onEnrol: (enrolment: Enrolment) => void }) {
  const { t, coded } = useWords();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const accept = useMutation({
    mutationFn: (body: AcceptInvitationBody) => ask<Accepted>('POST', '/api/invitation', body),
    onSuccess: (answer) => answer.outcome === 'done' && onEnrol(answer),
  });
  const short = password !== '' && password.length < SHORTEST;
  const differs = again !== '' && again !== password;
  const refusal = accept.isError ? 'failed' : accept.data?.outcome;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!short && again === password) accept.mutate({ token, password });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('invitation.password-first')}</Text>
        <div role="alert">
          {refusal && refusal !== 'done' && <Alert color="red">{coded('invitation-answer', refusal)}</Alert>}
        </div>
        <PasswordInput
          label={t('password.next')}
          description={t('password.rule', { count: SHORTEST })}
          autoComplete="new-password"
          required
          value={password}
          error={short ? t('password.short', { count: SHORTEST }) : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
        />
        <PasswordInput
          label={t('password.again')}
          autoComplete="new-password"
          required
          value={again}
          error={differs ? t('password.differs') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
        />
        <Button type="submit" loading={accept.isPending} disabled={short || password === '' || again !== password}>
          {t('invitation.next')}
        </Button>
      </Stack>
    </form>
  );
}
