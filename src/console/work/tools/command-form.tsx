import { Alert, Button, Group, Stack } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import type { CommandResult } from '../../../http/console-contract.ts';
import { useWords } from '../../words/use-words.tsx';

/** The frame of each tool: its fields, what the server made of it, and the two ways out. */
export function CommandForm<Body>({
  command,
  body,
  submit,
  keepOpen = false,
  onDone,
  onSuccess = onDone,
  children,
}: {
  command: UseMutationResult<CommandResult, Error, Body>;
  /** Undefined while something is missing. */
  body: Body | undefined;
  submit: string;
  /** There is something to read when it is done. */
  keepOpen?: boolean;
  onDone: () => void;
  /** Where to go on once it is done, if not where one was. */
  onSuccess?: () => void;
  children: ReactNode;
}) {
  const { t, coded } = useWords();
  const refused = command.isError ? 'failed' : command.data?.outcome;

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (body === undefined) return;
    const result = await command.mutateAsync(body).catch(() => undefined);
    if (result?.outcome === 'done' && !keepOpen) onSuccess();
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="md">
        {children}
        <div role="alert">
          {refused && refused !== 'done' && (
            <Alert color="red" variant="light" p="xs">
              {coded('refusal', refused)}
            </Alert>
          )}
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('tool.cancel')}
          </Button>
          <Button type="submit" loading={command.isPending} disabled={body === undefined}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
