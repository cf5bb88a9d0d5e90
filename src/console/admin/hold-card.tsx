import { Button, Card, Group, Text } from '@mantine/core';
import type { HoldView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import classes from './admin.module.css';

/** What must not be forgotten, since when, by whose word and why. */
export function HoldCard({ hold, names, onLift }: { hold: HoldView; names: Map<string, string>; onLift: () => void }) {
  const { t, dated } = useWords();
  const { id, kind, by, at, reason, lifted } = hold;
  const nameOf = (account: string) => names.get(account) ?? account;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap={6}>
            <Tag tone={lifted ? 'plain' : 'amber'} icon="lock">
              {t(lifted ? 'retention.lifted' : 'retention.held')}
            </Tag>
            <Tag>{t(`retention.one-${kind}`)}</Tag>
          </Group>
          <Text size="sm" mt={6} className={classes.code}>
            {id}
          </Text>
        </div>
        {!lifted && (
          <Button
            size="xs"
            variant="default"
            flex="none"
            aria-label={t('retention.lift-named', { id })}
            onClick={onLift}
          >
            {t('retention.lift')}
          </Button>
        )}
      </Group>
      <Text size="sm" mt={6} dir="auto">
        {reason}
      </Text>
      <Text size="xs" c="dimmed">
        {t('retention.by', { name: nameOf(by), time: dated(at) })}
      </Text>
      {lifted && (
        <>
          <Text size="sm" mt={6} dir="auto">
            {lifted.reason}
          </Text>
          <Text size="xs" c="dimmed">
            {t('retention.lifted-by', { name: nameOf(lifted.by), time: dated(lifted.at) })}
          </Text>
        </>
      )}
    </Card>
  );
}
