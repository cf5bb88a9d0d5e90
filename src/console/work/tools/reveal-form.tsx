import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { RevealBody } from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import { isReason, ReasonField } from './reason-field.tsx';
import type { ToolForm } from './tool-form.ts';

const SHOWN_MS = 30_000;

/** The phone number, for a reason that is written down, and only for a moment. */
export function RevealForm({ view, onDone }: ToolForm) {
  const { t } = useWords();
  const reveal = useCommand<RevealBody, { number: string }>(view.card.talk, 'reveal');
  const [reason, setReason] = useState('');
  const number = reveal.data?.outcome === 'done' ? reveal.data.number : undefined;
  const hide = useEffectEvent(onDone);
  useEffect(() => {
    if (number === undefined) return;
    const timer = setTimeout(() => hide(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number]);
  if (number !== undefined) {
    return (
      <Stack gap="md">
        <Text size="xl" fw={650} ta="center" role="status">
          {number}
        </Text>
        <Text size="sm" c="dimmed">
          {t('reveal.closes')}
        </Text>
        <Group justify="flex-end">
          <Button onClick={onDone}>{t('frame.close')}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <CommandForm
      command={reveal}
      body={isReason(reason) ? { reason: reason.trim() } : undefined}
      submit={t('reveal.go')}
      keepOpen
      onDone={onDone}
    >
      <Text size="sm">{t('reveal.more')}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </CommandForm>
  );
}
