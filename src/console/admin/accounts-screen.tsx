import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { AccountView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AccountRow } from './account-row.tsx';
import { useAccounts } from './accounts.ts';
import classes from './admin.module.css';
import { type Invitation, InvitationLink } from './invitation-link.tsx';
import { InviteDialog } from './invite-dialog.tsx';

/** Who may come in, and as what. */
export default function AccountsScreen() {
  const { t } = useWords();
  const { data: accounts, isError, refetch } = useAccounts();
  const [open, setOpen] = useState<AccountView | 'new'>();
  const [invitation, setInvitation] = useState<Invitation>();

  function invited(made: Invitation): void {
    setOpen(undefined);
    setInvitation(made);
  }

  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('accounts.title')}
        </Title>
        <Button onClick={() => setOpen('new')}>{t('accounts.invite')}</Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('accounts.about')}
      </Text>
      {isError && !accounts && (
        <Alert color="red" variant="light">
          {t('accounts.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!accounts && !isError && <Loader />}
      <ul className={classes.list}>
        {accounts?.map((account) => (
          <li key={account.id}>
            <AccountRow account={account} onChange={() => setOpen(account)} />
          </li>
        ))}
      </ul>
      {open === 'new' && <InviteDialog onInvited={invited} onDone={() => setOpen(undefined)} />}
      {open && open !== 'new' && <AccountDialog account={open} onInvited={invited} onDone={() => setOpen(undefined)} />}
      {invitation && <InvitationLink invitation={invitation} onDone={() => setInvitation(undefined)} />}
    </div>
  );
}
