import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseBody } from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import type { ToolForm } from './tool-form.ts';

/** Back to the queue, for whoever takes the next. */
export function QueueForm({ view, onDone, onLeave }: ToolForm) {
  const { t } = useWords();
  const release = useCommand<ReleaseBody>(view.card.talk, 'release');
  const [note, setNote] = useState('');
  const body: ReleaseBody | undefined =
    view.fence === undefined
      ? undefined
      : { fence: view.fence, to: 'queue', ...(note.trim() && { note: note.trim() }) };
  return (
    <CommandForm command={release} body={body} submit={t('tool.queue')} onDone={onDone} onSuccess={onLeave}>
      <Text size="sm">{t('tool.queue-more')}</Text>
      <Textarea
        label={t('transfer.note')}
        description={t('transfer.note-more')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CommandForm>
  );
}
