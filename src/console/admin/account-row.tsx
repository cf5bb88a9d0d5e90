import { Button, Card, Group, Text, Title } from '@mantine/core';
import type { AccountView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag, type Tone } from '../work/tag.tsx';

const TONES: Record<string, Tone> = { disabled: 'red', invited: 'amber', lapsed: 'amber' };

/** One of the staff: what they are, and when they were last there. */
export function AccountRow({ account, onChange }: { account: AccountView; onChange: () => void }) {
  const { t, coded, dated, languageName } = useWords();
  const { name, login, roles, languages, skills, seenAt } = account;
  const status = statusOf(account, Date.now());
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h6" dir="auto">
            {name}
          </Title>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {login}
          </Text>
        </div>
        <Button size="xs" variant="default" flex="none" aria-label={t('accounts.change', { name })} onClick={onChange}>
          {t('accounts.more')}
        </Button>
      </Group>
      <Group gap={4} mt={8}>
        {status !== 'active' && <Tag tone={TONES[status] ?? 'plain'}>{coded('account-status', status)}</Tag>}
        {roles.map((role) => (
          <Tag key={role} tone="accent">
            {t(`role.${role}`)}
          </Tag>
        ))}
        {languages.map((language) => (
          <Tag key={language}>{languageName(language)}</Tag>
        ))}
        {skills.map((skill) => (
          <Tag key={skill}>{skill}</Tag>
        ))}
        {account.sso && <Tag>{t('accounts.sso')}</Tag>}
      </Group>
      <Text size="xs" c="dimmed" mt={8}>
        {seenAt === undefined ? t('accounts.never-seen') : t('accounts.seen', { time: dated(seenAt) })}
      </Text>
    </Card>
  );
}

/** An invitation that nobody has taken in time has to be made anew. */
function statusOf({ status, invitedUntil }: AccountView, now: number): AccountView['status'] | 'lapsed' {
  return status === 'invited' && (invitedUntil ?? 0) <= now ? 'lapsed' : status;
}
