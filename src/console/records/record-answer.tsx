import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { RecordAnswerBody, RecordApproveBody, RecordResult, RecordView } from '../../http/console-contract.ts';
import { type Filled, ReplyPicker } from '../replies/reply-picker.tsx';
import { useRecordAct } from '../server/records.ts';
import { useReplies } from '../server/replies.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

const LONGEST = 300;
type Way = 'canned' | 'own';

/** What whoever holds the receipt code is told: approved words at once, one's own once a second person approved them. */
export function RecordAnswer({ record, approves }: { record: RecordView; approves: boolean }) {
  const { t } = useWords();
  return (
    <section aria-label={t('record.answer')}>
      <Title order={3} size="h6">
        {t('record.answer')}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="sm">
        {t('record.answer-more')}
      </Text>
      {record.answer ? (
        <Standing id={record.id} answer={record.answer} approves={approves} />
      ) : (
        <Writing record={record} />
      )}
    </section>
  );
}

function Standing({
  id,
  answer,
  approves,
}: {
  id: string;
  answer: NonNullable<RecordView['answer']>;
  approves: boolean;
}) {
  const { t } = useWords();
  const me = useMe();
  const approve = useRecordAct<RecordApproveBody>(id, 'approve');
  const withdraw = useRecordAct<RecordAnswerBody>(id, 'answer');
  const { text, by, at, approvedBy } = answer;
  return (
    <Stack gap="sm">
      <Alert variant="light" color={approvedBy ? 'tide' : 'yellow'}>
        <Text dir="auto">{text}</Text>
        <Text size="xs" mt={6}>
          {approvedBy
            ? t('record.answer-stands', { name: by.name, approver: approvedBy.name })
            : t('record.answer-waits', { name: by.name })}
        </Text>
        <Group gap="xs" mt="xs">
          {!approvedBy && approves && by.id !== me.id && (
            <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate({ seen: at })}>
              {t('record.answer-approve')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ text: '' })}
          >
            {t('record.answer-withdraw')}
          </Button>
        </Group>
      </Alert>
      <Refused acts={[approve, withdraw]} />
    </Stack>
  );
}

function Writing({ record }: { record: RecordView }) {
  const { t } = useWords();
  const { data: replies = [] } = useReplies();
  const answer = useRecordAct<RecordAnswerBody>(record.id, 'answer');
  const [chosen, setChosen] = useState<Way>();
  const [text, setText] = useState('');
  const [filled, setFilled] = useState<Filled>();
  const way = chosen ?? (replies.some(({ use }) => use === 'follow-up') ? 'canned' : 'own');
  const own = text.trim() === '' ? undefined : { text: text.trim() };
  const canned = filled && { reply: filled.reply, language: filled.language, blanks: filled.blanks };
  const body: RecordAnswerBody | undefined = way === 'own' ? own : canned;
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        fullWidth
        value={way}
        onChange={(value) => setChosen(value as Way)}
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
      <Refused acts={[answer]} />
      <Group justify="flex-end">
        <Button
          size="xs"
          variant="light"
          disabled={body === undefined}
          loading={answer.isPending}
          onClick={() => body && answer.mutate(body)}
        >
          {t('record.answer-leave')}
        </Button>
      </Group>
    </Stack>
  );
}

function Refused({ acts }: { acts: { isError: boolean; data: RecordResult | undefined }[] }) {
  const { coded } = useWords();
  const refused = acts.flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];
  return (
    <div role="alert">
      {refused && (
        <Alert color="red" variant="light" p="xs">
          {coded('refusal', refused)}
        </Alert>
      )}
    </div>
  );
}
