import { Alert, Button, Loader, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordField, RecordView } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { AskError } from '../server/ask.ts';
import { useRecord } from '../server/records.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import { ListingSection } from './listing-section.tsx';
import { RecordAnswer } from './record-answer.tsx';
import classes from './record-detail.module.css';
import { RecordHistory } from './record-history.tsx';
import { RecordWork } from './record-work.tsx';

/** One record whole: what may be done with it stands before what it says. */
export function RecordDetail({ id }: { id: string }) {
  const { t } = useWords();
  const { data: record, error, isError, refetch } = useRecord(id);
  const gone = error instanceof AskError && error.status === 404;
  if (record && !gone) return <Opened record={record} />;
  if (gone) {
    return (
      <Text p="lg" c="dimmed">
        {t('record.gone')}
      </Text>
    );
  }
  if (!isError) return <Loader m="lg" />;
  return (
    <Alert color="red" variant="light" m="lg">
      {t('records.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
    </Alert>
  );
}

function Opened({ record }: { record: RecordView }) {
  const { t, coded, dated, languageName } = useWords();
  const { roles } = useMe();
  const edits = roles.includes('supervisor') || roles.includes('operator');
  const listed = record.kind.startsWith('organization-');
  return (
    <article className={classes.record} aria-label={coded('record-kind', record.kind)}>
      <header className={classes.head}>
        <Link href="/records" className={classes.back}>
          <Icon name="back" size={15} /> {t('record.back')}
        </Link>
        <Title order={2} size="h4">
          {coded('record-kind', record.kind)}
        </Title>
        <Tag tone={record.status === 'new' ? 'amber' : 'accent'}>{coded('record-status', record.status)}</Tag>
        <p className={classes.times}>
          {t('record.received', { time: dated(record.createdAt) })}
          {record.at !== record.createdAt && ` · ${t('record.last', { time: dated(record.at) })}`}
          {` · ${t('record.language', { language: languageName(record.language) })}`}
        </p>
      </header>
      <Consent record={record} />
      <section aria-label={t('record.fields')}>
        <Title order={3} size="h6">
          {t('record.fields')}
        </Title>
        {record.fields.length > 0 ? <Fields fields={record.fields} /> : <Text size="sm">{t('record.no-fields')}</Text>}
      </section>
      {record.added.map((one) => (
        <section key={`${one.at}${one.kind}`} aria-label={coded('record-kind', one.kind)}>
          <Title order={3} size="h6">
            {coded('record-kind', one.kind)} · {t('record.added', { time: dated(one.at) })}
          </Title>
          <Fields fields={one.fields} />
        </section>
      ))}
      <RecordWork record={record} />
      {listed && edits && <ListingSection record={record} />}
      <RecordAnswer record={record} approves={edits} />
      <RecordHistory record={record} />
    </article>
  );
}

function Consent({ record }: { record: RecordView }) {
  const { t, coded } = useWords();
  return (
    <section className={classes.consent} data-sharing={record.sharing} aria-label={t('record.consent')}>
      <Icon name={record.sharing === 'everything' ? 'check' : 'lock'} />
      <div>
        <Title order={3} size="h6">
          {t('record.consent')}
        </Title>
        <p>{t(`record.sharing-${record.sharing}`)}</p>
        <p className={classes.chosen}>{coded('record-consent', record.consent)}</p>
      </div>
    </section>
  );
}

function Fields({ fields }: { fields: RecordField[] }) {
  const { t, coded } = useWords();
  return (
    <dl className={classes.fields}>
      {fields.map(({ name, question, value, shared }) => (
        <div key={name}>
          <dt>
            {question === name ? coded('record-field', name) : question}
            {!shared && (
              <span className={classes.stays}>
                <Tag icon="lock">{t('record.stays')}</Tag>
              </span>
            )}
          </dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
