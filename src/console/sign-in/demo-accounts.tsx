import { Button, Card, Stack, Text, Title } from '@mantine/core';
import type { Session } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import classes from './door-page.module.css';

type DemoAccount = NonNullable<Session['demoAccounts']>[number];

/** In demo mode anybody may come in as anybody, with one click. */
export function DemoAccounts({
  accounts,
  busy,
  onChoose,
}: {
  accounts: DemoAccount[];
  busy: boolean;
  onChoose: (account: DemoAccount) => void;
}) {
  const { t } = useWords();
  return (
    <Card withBorder radius="lg" padding="lg">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('demo.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('demo.more')}
        </Text>
        {accounts.map((account) => (
          <Button
            key={account.login}
            variant="default"
            justify="flex-start"
            classNames={{ label: classes.name }}
            disabled={busy}
            leftSection={<Icon name="person" />}
            rightSection={
              <Text size="xs" c="dimmed">
                {account.roles.map((role) => t(`role.${role}`)).join(', ')}
              </Text>
            }
            onClick={() => onChoose(account)}
          >
            {account.name}
          </Button>
        ))}
      </Stack>
    </Card>
  );
}
