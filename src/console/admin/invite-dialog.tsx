import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { AccountFields, detailsOf, draftOf } from './account-fields.tsx';
import { useInvite } from './accounts.ts';
import type { Invitation } from './invitation-link.tsx';

const USUAL = draftOf({ name: '', roles: ['advocate'], languages: ['en'], skills: [], loadCap: 4 });

/** Somebody new: they choose their own password and authenticator by the link that comes of it. */
export function InviteDialog({ onInvited, onDone }: { onInvited: (made: Invitation) => void; onDone: () => void }) {
  const { t, coded } = useWords();
  const [login, setLogin] = useState('');
  const [draft, setDraft] = useState(USUAL);
  const invite = useInvite();
  const details = detailsOf(draft);
  const refused = invite.isError ? 'failed' : invite.data?.outcome;

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!details) return;
    const made = await invite.mutateAsync({ login: login.trim(), ...details }).catch(() => undefined);
    if (made?.outcome === 'done') onInvited({ name: details.name, token: made.token, expiresAt: made.expiresAt });
  }

  return (
    <Modal opened onClose={onDone} title={t('accounts.invite')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <TextInput
            label={t('accounts.login')}
            description={t('accounts.login-more')}
            required
            data-autofocus
            minLength={3}
            maxLength={200}
            autoComplete="off"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <AccountFields draft={draft} onDraft={setDraft} />
          <div role="alert">
            {refused && refused !== 'done' && <Alert color="red">{coded('account-answer', refused)}</Alert>}
          </div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('accounts.cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending} disabled={!details || login.trim().length < 3}>
              {t('accounts.invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
