import { Alert, Button, Group, Loader, Select, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { useAccounts } from './accounts.ts';
import classes from './admin.module.css';
import { useAudit } from './audit.ts';
import { AuditEntries } from './audit-entries.tsx';
import { ChainMark } from './chain-mark.tsx';

const TYPED_MS = 300;

/** Who saw or did what: codes and ids, and no words of people. */
export default function AuditScreen() {
  const { t } = useWords();
  const { data: accounts = [] } = useAccounts();
  const [actor, setActor] = useState<string | null>(null);
  const [act, setAct] = useState('');
  const [about, setAbout] = useState('');
  /** Where each page that was left behind began; the last is the one that is open. */
  const [pages, setPages] = useState<(number | undefined)[]>([undefined]);
  const [typed] = useDebouncedValue({ act: act.trim(), about: about.trim() }, TYPED_MS);
  const { data, isError, refetch } = useAudit({ actor: actor ?? '', ...typed }, pages.at(-1));
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const next = data?.next;

  function filter(change: () => void): void {
    change();
    setPages([undefined]);
  }

  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('audit.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('audit.about')}
      </Text>
      <ChainMark />
      <Group align="flex-end" gap="sm">
        <Select
          label={t('audit.who')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('audit.anybody') }}
          placeholder={t('audit.anybody')}
          value={actor}
          onChange={(value) => filter(() => setActor(value))}
          data={accounts.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
        />
        <TextInput
          label={t('audit.act')}
          value={act}
          onChange={(event) => filter(() => setAct(event.currentTarget.value))}
        />
        <TextInput
          label={t('audit.about-what')}
          value={about}
          onChange={(event) => filter(() => setAbout(event.currentTarget.value))}
        />
      </Group>
      {isError && !data && (
        <Alert color="red" variant="light">
          {t('audit.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!data && !isError && <Loader />}
      {data && <AuditEntries entries={data.entries} names={names} />}
      {data?.entries.length === 0 && <Text size="sm">{t('audit.none')}</Text>}
      <Group justify="space-between">
        <Button variant="default" disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
          {t('audit.newer')}
        </Button>
        <Button variant="default" disabled={next === undefined} onClick={() => setPages([...pages, next])}>
          {t('audit.older')}
        </Button>
      </Group>
    </div>
  );
}
