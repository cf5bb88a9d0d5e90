import { Alert, Button, Group, Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CannedReply, ReplyUse } from '../../http/console-contract.ts';
import { useRemoveReply, useSaveReply } from '../server/replies.ts';
import { useSession } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

const LONGEST: Record<ReplyUse, number> = { talk: 1_600, 'follow-up': 300 };

/** One canned reply, in as many of the line's languages as somebody can write. */
export function ReplyEditor({ reply, onDone }: { reply: CannedReply | undefined; onDone: () => void }) {
  const { t, coded, languageName } = useWords();
  const { data: session } = useSession();
  const save = useSaveReply();
  const remove = useRemoveReply(reply?.id ?? '');
  const [title, setTitle] = useState(reply?.title ?? '');
  const [use, setUse] = useState<ReplyUse>(reply?.use ?? 'talk');
  const [texts, setTexts] = useState<Record<string, string>>(reply?.texts ?? { en: '' });
  const others = (session?.languages ?? []).filter((language) => texts[language] === undefined);
  const refused = [save, remove].flatMap(({ isError, data }) =>
    isError ? ['failed'] : data && data.outcome !== 'done' ? [data.outcome] : [],
  )[0];

  async function keep(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    const body = { use, title, texts: written, ...(reply && { id: reply.id, version: reply.version }) };
    const result = await save.mutateAsync(body).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  async function take(version: number): Promise<void> {
    const result = await remove.mutateAsync({ version }).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  return (
    <Modal
      opened
      onClose={onDone}
      size="lg"
      title={reply ? t('canned.edit', { title: reply.title }) : t('canned.new')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={(event) => void keep(event)}>
        <Stack gap="md">
          <TextInput
            label={t('canned.name')}
            required
            data-autofocus
            maxLength={60}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Radio.Group label={t('canned.use')} value={use} onChange={(value) => setUse(value as ReplyUse)}>
            <Stack gap={6} mt={6}>
              <Radio value="talk" label={t('canned.use-talk')} />
              <Radio value="follow-up" label={t('canned.use-follow-up')} description={t('canned.use-follow-up-more')} />
            </Stack>
          </Radio.Group>
          {Object.entries(texts).map(([language, text]) => (
            <Textarea
              key={language}
              label={t('canned.words-in', { language: languageName(language) })}
              lang={language}
              autosize
              minRows={2}
              maxLength={LONGEST[use]}
              value={text}
              onChange={(event) => setTexts({ ...texts, [language]: event.currentTarget.value })}
            />
          ))}
          {others.length > 0 && (
            <Select
              label={t('canned.another-language')}
              value={null}
              onChange={(value) => value && setTexts({ ...texts, [value]: '' })}
              data={others.map((value) => ({ value, label: languageName(value) }))}
            />
          )}
          <div role="alert">
            {refused && (
              <Alert color="red" variant="light" p="xs">
                {coded('refusal', refused)}
              </Alert>
            )}
          </div>
          <Group justify="flex-end" gap="xs">
            {reply && (
              <Button variant="subtle" color="red" mr="auto" onClick={() => void take(reply.version)}>
                {t('canned.remove')}
              </Button>
            )}
            <Button variant="default" onClick={onDone}>
              {t('tool.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={title.trim() === ''}>
              {t('canned.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
