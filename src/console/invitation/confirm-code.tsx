import { Alert, Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { ConfirmCodeBody, Confirmed, ConfirmInvitationBody, Enrolment } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';
import { useWords } from '../words/use-words.tsx';
import { QrPicture } from './qr-picture.tsx';

type Answer = ({ outcome: 'done' } & Confirmed) | { outcome: 'wrong' | 'unknown' };

/** The authenticator learns the secret by a picture or by hand, and proves it by a first code. */
export function ConfirmCode({
  path,
  token,
  enrolment,
  onConfirmed,
}: {
  /** Where the code is taken to. */
  path: string;
  /** Of the invitation, where nobody is signed in yet. */
  token?: string;
  enrolment: Enrolment;
  onConfirmed: (codes: string[]) => void;
}) {
  const { t, coded } = useWords();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: (body: ConfirmInvitationBody | ConfirmCodeBody) => ask<Answer>('POST', path, body),
    onSuccess: (answer) => answer.outcome === 'done' && onConfirmed(answer.recoveryCodes),
  });
  const refusal = confirm.isError ? 'failed' : confirm.data?.outcome;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const bare = code.replace(/\s/g, '');
    confirm.mutate(token === undefined ? { code: bare } : { token, code: bare });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('invitation.scan')}</Text>
        <QrPicture text={enrolment.uri} label={t('invitation.picture')} />
        <Text size="sm">{t('invitation.by-hand')}</Text>
        <Code block>{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
        <div role="alert">
          {refusal && refusal !== 'done' && <Alert color="red">{coded('invitation-answer', refusal)}</Alert>}
        </div>
        <TextInput
          label={t('invitation.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('invitation.next')}
        </Button>
      </Stack>
    </form>
  );
}
