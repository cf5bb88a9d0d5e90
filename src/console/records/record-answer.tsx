import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { RecordAnswerBody, RecordView } from '../../http/console-contract.ts';
import { type Filled, ReplyPicker } from '../replies/reply-picker.tsx';
import { useRecordAct } from '../server/records.ts';
import { useWords } from '../words/use-words.tsx';

const LONGEST = 300;

/** What whoever holds the receipt code is told: approved words at once, one's own once a second person approved them. */
export function RecordAnswer({ record, approves }: { record: RecordView; approves: boolean }) {
  const { t, coded } = useWords();
  const answer = useRecordAct<RecordAnswerBody>(record.id, 'answer');
  const approve = useRecordAct<Record<string, never>>(record.id, 'approve');
  const [way, setWay] = useState<'canned' | 'own'>('canned');
  const [text, setText] = useState('');
  const [filled, setFilled] = useState<Filled>();
  const body: RecordAnswerBody | undefined =
    way === 'own'
      ? text.trim() === ''
        ? undefined
        : { text: text.trim() }
      : filled && { reply: filled.reply, language: filled.language, blanks: filled.blanks };
  const refused = [answer, approve].flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];

  async function leave(): Promise<void> {
    const result = body && (await answer.mutateAsync(body).catch(() => undefined));
    if (result?.outcome === 'done') setText('');
  }

  return (
    <section aria-label={t('record.answer')}>
      <Title order={3} size="h6">
        {t('record.answer')}
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {t('record.answer-more')}
      </Text>
      <Stack gap="sm" mt="sm">
        {record.answer && (
          <Alert variant="light" color={record.answer.approvedBy ? 'tide' : 'yellow'}>
            <Text dir="auto">{record.answer.text}</Text>
            <Text size="xs" mt={6}>
              {record.answer.approvedBy
                ? t('record.answer-stands', { name: record.answer.by.name, approver: record.answer.approvedBy.name })
                : t('record.answer-waits', { name: record.answer.by.name })}
            </Text>
            <Group gap="xs" mt="xs">
              {!record.answer.approvedBy && approves && (
                <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate({})}>
                  {t('record.answer-approve')}
                </Button>
              )}
              <Button size="xs" variant="default" onClick={() => answer.mutate({ text: '' })}>
                {t('record.answer-withdraw')}
              </Button>
            </Group>
          </Alert>
        )}
        <SegmentedControl
          size="xs"
          fullWidth
          value={way}
          onChange={(value) => setWay(value as 'canned' | 'own')}
          data={[
            { value: 'canned', label: t('record.answer-canned') },
            { value: 'own', label: t('record.answer-words') },
          ]}
        />
        {way === 'own' ? (
          <Textarea
            aria-label={t('record.answer-words')}
            autosize
            minRows={2}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <ReplyPicker use="follow-up" language={record.language} onFilled={setFilled} />
        )}
        <div role="alert">
          {refused && (
            <Alert color="red" variant="light" p="xs">
              {coded('refusal', refused)}
            </Alert>
          )}
        </div>
        <Group justify="flex-end">
          <Button
            size="xs"
            variant="light"
            disabled={body === undefined}
            loading={answer.isPending}
            onClick={() => void leave()}
          >
            {t('record.answer-leave')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
