import { Alert, Button, Checkbox, Loader, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type RecordRow, WORK_STATUSES, type WorkStatus } from '../../http/console-contract.ts';
import { useRecords } from '../server/records.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import { ExportButton } from './export-button.tsx';
import classes from './record-list.module.css';

const KINDS = ['tip', 'training', 'organization-add', 'organization-update', 'involved', 'feedback'];
const OPEN: WorkStatus[] = ['new', 'in-review'];

/** Every record in codes and times, the last told first: no word of anybody's stands here. */
export function RecordList({ open }: { open: string | undefined }) {
  const { t, coded } = useWords();
  const me = useMe();
  const [status, setStatus] = useState('open');
  const [kind, setKind] = useState('');
  const [mine, setMine] = useState(false);
  const statuses = status === 'open' ? OPEN : WORK_STATUSES.filter((each) => status === 'all' || each === status);
  const search = { statuses, ...(kind && { kind }) };
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(search);
  const all = data?.pages.flatMap(({ records }) => records) ?? [];
  const shown = mine ? all.filter(({ assignee }) => assignee?.id === me.id) : all;
  return (
    <section aria-label={t('records.list')}>
      <div className={classes.head}>
        <div className={classes.filters}>
          <Select
            label={t('records.status')}
            size="xs"
            allowDeselect={false}
            value={status}
            onChange={(value) => setStatus(value ?? 'open')}
            data={[
              { value: 'open', label: t('records.open') },
              ...WORK_STATUSES.map((value) => ({ value, label: coded('record-status', value) })),
              { value: 'all', label: t('records.all') },
            ]}
          />
          <Select
            label={t('records.kind')}
            size="xs"
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(value ?? '')}
            data={[
              { value: '', label: t('records.any-kind') },
              ...KINDS.map((value) => ({ value, label: coded('record-kind', value) })),
            ]}
          />
        </div>
        <div className={classes.foot}>
          <Checkbox
            size="xs"
            label={t('records.mine')}
            checked={mine}
            onChange={(event) => setMine(event.currentTarget.checked)}
          />
          {me.roles.some((role) => role === 'supervisor' || role === 'operator') && <ExportButton search={search} />}
        </div>
      </div>
      {isError ? (
        <Alert color="red" variant="light" m="sm">
          {t('records.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      ) : data === undefined ? (
        <Loader m="md" />
      ) : shown.length === 0 ? (
        <Text className={classes.empty} c="dimmed" size="sm">
          {t('records.empty')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {shown.map((record) => (
            <li key={record.id}>
              <Row record={record} current={record.id === open} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button m="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('records.more')}
        </Button>
      )}
    </section>
  );
}

function Row({ record, current }: { record: RecordRow; current: boolean }) {
  const { coded, dated } = useWords();
  const { id, kind, at, status, assignee } = record;
  return (
    <Link href={`/records/${id}`} className={classes.row} aria-current={current}>
      <span className={classes.line}>
        {coded('record-kind', kind)}
        <span className={classes.when}>{dated(at)}</span>
      </span>
      <span className={classes.tags}>
        <Tag tone={status === 'new' ? 'amber' : status === 'in-review' ? 'accent' : 'plain'}>
          {coded('record-status', status)}
        </Tag>
        {assignee && <Tag icon="person">{assignee.name}</Tag>}
      </span>
    </Link>
  );
}
