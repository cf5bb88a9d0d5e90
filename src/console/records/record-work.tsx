import { Alert, Button, Group, Select, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import {
  type RecordAssignBody,
  type RecordNoteBody,
  type RecordStatusBody,
  type RecordView,
  WORK_STATUSES,
  type WorkStatus,
} from '../../http/console-contract.ts';
import { useColleagues, useTalksHere } from '../server/queue.ts';
import { useRecordAct } from '../server/records.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './record-detail.module.css';

/** How far it is, who sees to it, and what the staff write for each other. */
export function RecordWork({ record }: { record: RecordView }) {
  const { t, coded } = useWords();
  const me = useMe();
  const { data: colleagues = [] } = useColleagues(useTalksHere());
  const status = useRecordAct<RecordStatusBody>(record.id, 'status');
  const assign = useRecordAct<RecordAssignBody>(record.id, 'assign');
  const note = useRecordAct<RecordNoteBody>(record.id, 'note');
  const [text, setText] = useState('');
  const people = new Map(
    [...colleagues, me, ...(record.assignee ? [record.assignee] : [])].map((one) => [one.id, one]),
  );
  const refused = [status, assign, note].flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];

  async function keep(): Promise<void> {
    const result = await note.mutateAsync({ text }).catch(() => undefined);
    if (result?.outcome === 'done') setText('');
  }

  return (
    <section aria-label={t('record.status')}>
      <div className={classes.work}>
        <Select
          label={t('record.status')}
          description={t('record.told', { words: coded('record-told', record.told) })}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          value={record.status}
          disabled={status.isPending}
          onChange={(value) => value && status.mutate({ status: value as WorkStatus, seen: record.at })}
          data={WORK_STATUSES.map((value) => ({ value, label: coded('record-status', value) }))}
        />
        <Select
          label={t('record.assignee')}
          allowDeselect={false}
          value={record.assignee?.id ?? ''}
          disabled={assign.isPending}
          onChange={(value) => assign.mutate(value ? { account: value } : {})}
          data={[
            { value: '', label: t('record.nobody') },
            ...[...people.values()].map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div role="alert">
        {refused && (
          <Alert color="red" variant="light" p="xs" mt="sm">
            {coded('refusal', refused)}
          </Alert>
        )}
      </div>
      <Title order={3} size="h6" mt="md">
        {t('record.note')}
      </Title>
      <Textarea
        aria-label={t('record.note')}
        autosize
        minRows={2}
        maxLength={4_000}
        mt={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Group mt="xs" justify="flex-end">
          <Button size="xs" variant="light" loading={note.isPending} onClick={() => void keep()}>
            {t('record.note-add')}
          </Button>
        </Group>
      )}
    </section>
  );
}
