import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useWords } from '../words/use-words.tsx';

const SHORTEST = 3;

/** Something that is done for a reason, which is kept. `act` answers how it went. */
export function ReasonDialog({
  title,
  submit,
  ready = true,
  children,
  act,
  onDone,
}: {
  title: string;
  submit: string;
  ready?: boolean;
  children?: ReactNode;
  act: (reason: string) => Promise<{ outcome: string }>;
  onDone: () => void;
}) {
  const { t, coded } = useWords();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();

  async function go(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { outcome } = await act(reason.trim()).catch(() => ({ outcome: 'failed' }));
    if (outcome === 'done') onDone();
    else setRefused(outcome);
  }

  return (
    <Modal opened onClose={onDone} title={title} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form onSubmit={(event) => void go(event)}>
        <Stack gap="md">
          {children}
          <Textarea
            label={t('retention.reason')}
            description={t('retention.reason-more')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div role="alert">{refused && <Alert color="red">{coded('retention-answer', refused)}</Alert>}</div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('accounts.cancel')}
            </Button>
            <Button type="submit" disabled={!ready || reason.trim().length < SHORTEST}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
