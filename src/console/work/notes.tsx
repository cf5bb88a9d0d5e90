import { Button, Text, Textarea, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Note, NoteBody } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { useCommand } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './notes.module.css';

/** What staff write for each other: it is never sent, and is forgotten with the conversation. */
export function Notes({ talk, notes, focused }: { talk: string; notes: Note[]; focused: boolean }) {
  const { t, coded, dated } = useWords();
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const write = useCommand<NoteBody>(talk, 'note');
  useKey('notes', focused ? () => box.current?.focus() : undefined);

  async function add(): Promise<void> {
    const result = await write.mutateAsync({ text }).catch(() => undefined);
    if (result?.outcome === 'done') setText('');
  }

  const failed = write.isError || (write.data && write.data.outcome !== 'done');
  return (
    <section className={classes.notes} aria-label={t('notes.title')}>
      <Title order={3} size="h6">
        {t('notes.title')}
      </Title>
      {notes.map((note) => (
        <article key={`${note.at}${note.by.id}`} className={classes.note}>
          <Text size="xs" c="dimmed">
            {note.by.name}, {dated(note.at)}
            {note.about && ` · ${t(`note.${note.about}`)}`}
          </Text>
          <p dir="auto">{note.text}</p>
        </article>
      ))}
      <Textarea
        ref={box}
        aria-label={t('notes.write')}
        placeholder={t('notes.write')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4_000}
        value={text}
        error={failed ? coded('refusal', write.data?.outcome ?? 'failed') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button size="xs" variant="light" loading={write.isPending} onClick={() => void add()}>
          {t('notes.add')}
        </Button>
      )}
    </section>
  );
}
