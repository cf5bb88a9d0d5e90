import { Alert, Button, Divider, Group, Modal, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { AccountBody, AccountView } from '../../http/console-contract.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { AccountFields, detailsOf, draftOf } from './account-fields.tsx';
import { useChangeAccount, useReset, useUnlock } from './accounts.ts';
import type { Invitation } from './invitation-link.tsx';
import { SureButton } from './sure-button.tsx';

/** What an admin can change of somebody, and how they get in. */
export function AccountDialog({
  account,
  onInvited,
  onDone,
}: {
  account: AccountView;
  onInvited: (made: Invitation) => void;
  onDone: () => void;
}) {
  const { t, coded } = useWords();
  const me = useMe();
  const { id, name, status } = account;
  const [draft, setDraft] = useState(() => draftOf(account));
  const change = useChangeAccount(id);
  const unlock = useUnlock(id);
  const reset = useReset(id);
  const details = detailsOf(draft);
  const refused = [change, unlock, reset].flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];

  async function keep(body: AccountBody): Promise<void> {
    const result = await change.mutateAsync(body).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (details) void keep(details);
  }

  async function letIn(): Promise<void> {
    const result = await unlock.mutateAsync(undefined).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  async function inviteAgain(): Promise<void> {
    const made = await reset.mutateAsync(undefined).catch(() => undefined);
    if (made?.outcome === 'done') onInvited({ name, token: made.token, expiresAt: made.expiresAt });
  }

  return (
    <Modal
      opened
      onClose={onDone}
      title={t('accounts.change', { name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={save}>
        <Stack gap="md">
          <AccountFields draft={draft} onDraft={setDraft} />
          <div role="alert">{refused && <Alert color="red">{coded('account-answer', refused)}</Alert>}</div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('accounts.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!details}>
              {t('accounts.save')}
            </Button>
          </Group>
          <Divider />
          {status === 'active' && (
            <SureButton label={t('accounts.unlock')} more={t('accounts.unlock-more')} onSure={() => void letIn()} />
          )}
          {id !== me.id && (
            <SureButton
              label={t(status === 'invited' ? 'accounts.invite-again' : 'accounts.reset')}
              more={t('accounts.reset-more')}
              onSure={() => void inviteAgain()}
            />
          )}
          {status === 'disabled' ? (
            <SureButton label={t('accounts.enable')} onSure={() => void keep({ disabled: false })} />
          ) : (
            <SureButton
              label={t('accounts.disable')}
              more={t('accounts.disable-more')}
              onSure={() => void keep({ disabled: true })}
            />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
