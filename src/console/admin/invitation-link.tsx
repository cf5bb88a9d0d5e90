import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';

export interface Invitation {
  name: string;
  token: string;
  expiresAt: number;
}

/** The link opens the account for whoever holds it: it is shown once, and kept nowhere. */
export function InvitationLink({ invitation, onDone }: { invitation: Invitation; onDone: () => void }) {
  const { t, dated } = useWords();
  const link = `${location.origin}/console/invitation#${invitation.token}`;
  return (
    <Modal
      opened
      onClose={onDone}
      closeOnClickOutside={false}
      title={t('accounts.link-title', { name: invitation.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('accounts.link-once', { time: dated(invitation.expiresAt) })}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {link}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" data-autofocus onClick={copy}>
                {t(copied ? 'accounts.copied' : 'accounts.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{t('accounts.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
