import { Card, Text, Title } from '@mantine/core';
import type { Debrief } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import classes from './practice-screen.module.css';

/** What the script wanted, and what was done of it: for the trainee alone. */
export function DebriefCard({ title, debrief }: { title: string; debrief: Debrief }) {
  const { t, lasted } = useWords();
  const { checks, claimedAfterMs, repliedAfterMs, said, advice } = debrief;
  const met = checks.filter((check) => check.met).length;
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h5">
        {t('practice.debrief', { title })}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('practice.met', { met, of: checks.length })}
        {claimedAfterMs !== undefined && ` · ${t('practice.claimed', { time: lasted(claimedAfterMs) })}`}
        {repliedAfterMs !== undefined && ` · ${t('practice.replied', { time: lasted(repliedAfterMs) })}`}
        {` · ${t('practice.said', { count: said })}`}
      </Text>
      <ul className={classes.checks}>
        {checks.map((check) => (
          <li key={check.label} data-met={check.met}>
            <Icon name={check.met ? 'check' : 'close'} />
            <Text size="sm">
              {check.label}
              <Text span size="sm" c="dimmed">
                {` (${t(check.met ? 'practice.check-met' : 'practice.check-missed')})`}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" mt="sm">
        {advice}
      </Text>
    </Card>
  );
}
