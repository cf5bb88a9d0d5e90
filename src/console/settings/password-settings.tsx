import { Alert, Button, Card, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { ChangePasswordBody } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';
import { useWords } from '../words/use-words.tsx';

const SHORTEST = 15;

type Changed = { outcome: 'done' | 'wrong' | 'weak' | 'wait' };

export function PasswordSettings() {
  const { t, coded } = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: ChangePasswordBody) => ask<Changed>('POST', '/api/me/password', body),
    onSuccess: ({ outcome }) => {
      if (outcome !== 'done') return;
      // The session is a new one, with a token of its own.
      void client.invalidateQueries({ queryKey: ['session'] });
      setCurrent('');
      setNext('');
    },
  });
  const short = next !== '' && next.length < SHORTEST;
  const answer = change.isError ? 'failed' : change.data?.outcome;

  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (!short) change.mutate({ current, next });
  }

  return (
    <Card withBorder padding="lg">
      <form onSubmit={save}>
        <Stack gap="md">
          <Title order={2} size="h5">
            {t('password.title')}
          </Title>
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
          />
          <PasswordInput
            label={t('password.next')}
            description={t('password.rule', { count: SHORTEST })}
            autoComplete="new-password"
            required
            value={next}
            error={short ? t('password.short', { count: SHORTEST }) : undefined}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password'), tabIndex: 0 }}
          />
          <div role="status">
            {answer && <Alert color={answer === 'done' ? 'green' : 'red'}>{coded('password-answer', answer)}</Alert>}
          </div>
          <Group>
            <Button type="submit" loading={change.isPending} disabled={short || next === '' || current === ''}>
              {t('password.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
