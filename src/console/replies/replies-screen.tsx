import { Button, Card, Group, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CannedReply } from '../../http/console-contract.ts';
import { useReplies } from '../server/replies.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import classes from './replies.module.css';
import { ReplyEditor } from './reply-editor.tsx';

/** The words that staff have agreed on, for whoever answers for them. */
export default function RepliesScreen() {
  const { t } = useWords();
  const { data: replies } = useReplies();
  const [edited, setEdited] = useState<CannedReply | 'new'>();
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('canned.title')}
        </Title>
        <Button onClick={() => setEdited('new')}>{t('canned.new')}</Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('canned.more')}
      </Text>
      {replies === undefined && <Loader />}
      {replies?.length === 0 && <Text>{t('canned.none')}</Text>}
      <ul className={classes.list}>
        {replies?.map((reply) => (
          <li key={reply.id}>
            <Reply reply={reply} onEdit={() => setEdited(reply)} />
          </li>
        ))}
      </ul>
      {edited && (
        <ReplyEditor
          key={edited === 'new' ? 'new' : edited.id}
          reply={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

function Reply({ reply, onEdit }: { reply: CannedReply; onEdit: () => void }) {
  const { t, languageName, dated } = useWords();
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h6">
            {reply.title}
          </Title>
          <Group gap={4} mt={4}>
            <Tag>{t(`canned.use-${reply.use}`)}</Tag>
            {Object.keys(reply.texts).map((language) => (
              <Tag key={language}>{languageName(language)}</Tag>
            ))}
          </Group>
        </div>
        <Button
          size="xs"
          variant="default"
          flex="none"
          onClick={onEdit}
          aria-label={t('canned.edit', { title: reply.title })}
        >
          {t('canned.edit', { title: '' })}
        </Button>
      </Group>
      {Object.entries(reply.texts).map(([language, text]) => (
        <p key={language} className={classes.words} lang={language}>
          {text}
        </p>
      ))}
      <Text size="xs" c="dimmed" mt={6}>
        {t('canned.changed', { time: dated(reply.changedAt) })}
      </Text>
    </Card>
  );
}
