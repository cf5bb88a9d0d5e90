import { Alert, Button, Card, Group, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type HoldView, KEPT_KINDS, type RetentionView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { useAccounts } from './accounts.ts';
import classes from './admin.module.css';
import { HoldCard } from './hold-card.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import { useRetention } from './retention.ts';

/** What will be forgotten when, and what must not be. */
export default function RetentionScreen() {
  const { t } = useWords();
  const { data: view, isError, refetch } = useRetention();
  const { data: accounts = [] } = useAccounts();
  const [open, setOpen] = useState<HoldView | 'new'>();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('retention.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('retention.about')}
      </Text>
      {isError && !view && (
        <Alert color="red" variant="light">
          {t('retention.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!view && !isError && <Loader />}
      {view && <Kept view={view} />}
      {view && <Due view={view} />}
      {view && (
        <>
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t('retention.holds')}
            </Title>
            <Button variant="default" onClick={() => setOpen('new')}>
              {t('retention.hold')}
            </Button>
          </Group>
          {view.holds.length === 0 && <Text size="sm">{t('retention.no-holds')}</Text>}
          <ul className={classes.list}>
            {view.holds.map((hold) => (
              <li key={hold.id}>
                <HoldCard hold={hold} names={names} onLift={() => setOpen(hold)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {open === 'new' && <HoldDialog onDone={() => setOpen(undefined)} />}
      {open && open !== 'new' && <LiftDialog hold={open} onDone={() => setOpen(undefined)} />}
    </div>
  );
}

function Kept({ view }: { view: RetentionView }) {
  const { t } = useWords();
  return (
    <ul className={classes.kinds}>
      {KEPT_KINDS.map((kind) => (
        <li key={kind}>
          <Card withBorder padding="md">
            <Text size="sm" c="dimmed">
              {t(`retention.${kind}`)}
            </Text>
            <Text fw={650} size="xl">
              {t('retention.kept', { count: view.kept[kind] })}
            </Text>
            <Text size="sm">
              {t(kind === 'audit' ? 'retention.days-audit' : 'retention.days', { count: view.days[kind] })}
            </Text>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** The coming days on which something goes. */
function Due({ view }: { view: RetentionView }) {
  const { t, day } = useWords();
  return (
    <>
      <Title order={2} size="h5">
        {t('retention.due')}
      </Title>
      {view.due.length === 0 && <Text size="sm">{t('retention.nothing-due')}</Text>}
      {view.due.length > 0 && (
        <ol className={classes.entries} aria-label={t('retention.due')}>
          {view.due.map(({ from, counts }) => (
            <li key={from} className={classes.due}>
              <strong>{day(from)}</strong>
              <span>
                {KEPT_KINDS.filter((kind) => counts[kind] > 0)
                  .map((kind) => t(`retention.${kind}-due`, { count: counts[kind] }))
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
