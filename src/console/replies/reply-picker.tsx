import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { blanksIn, fillBlanks, fillSome, type ReplyUse } from '../../http/console-contract.ts';
import { useReplies } from '../server/replies.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './replies.module.css';

/** A canned reply with its blanks filled. */
export interface Filled {
  reply: string;
  language: string;
  blanks: Record<string, string>;
  text: string;
}

/** Chooses a canned reply in the texter's language and fills its blanks; tells `undefined` while one is empty. */
export function ReplyPicker({
  use,
  language,
  onFilled,
}: {
  use: ReplyUse;
  language: string;
  onFilled: (filled: Filled | undefined) => void;
}) {
  const { t, languageName } = useWords();
  const { data: replies = [] } = useReplies();
  const fitting = replies.filter((reply) => reply.use === use);
  const languages = [...new Set(fitting.flatMap(({ texts }) => Object.keys(texts)))].sort();
  const [id, setId] = useState('');
  const [chosen, setChosen] = useState(language);
  const [blanks, setBlanks] = useState<Record<string, string>>({});
  const spoken = fitting.filter(({ texts }) => texts[chosen] !== undefined);
  const words = spoken.find((reply) => reply.id === id)?.texts[chosen];

  function choose(next: { id?: string; chosen?: string; blanks?: Record<string, string> }): void {
    const now = { id, chosen, blanks, ...next };
    setId(now.id);
    setChosen(now.chosen);
    setBlanks(now.blanks);
    const text = fitting.find((reply) => reply.id === now.id)?.texts[now.chosen];
    const filled = text === undefined ? undefined : fillBlanks(text, now.blanks);
    onFilled(
      filled === undefined ? undefined : { reply: now.id, language: now.chosen, blanks: now.blanks, text: filled },
    );
  }

  if (fitting.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('canned.none')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Select
        label={t('canned.language')}
        allowDeselect={false}
        value={chosen}
        onChange={(value) => value && choose({ chosen: value, blanks: {} })}
        data={[...new Set([language, ...languages])].map((value) => ({ value, label: languageName(value) }))}
      />
      <Select
        label={t('canned.choose')}
        searchable
        data-autofocus
        allowDeselect={false}
        nothingFoundMessage={t('canned.none')}
        value={id || null}
        onChange={(value) => choose({ id: value ?? '', blanks: {} })}
        error={spoken.length === 0 ? t('canned.none-in', { language: languageName(chosen) }) : undefined}
        data={spoken.map((reply) => ({ value: reply.id, label: reply.title }))}
      />
      {words !== undefined &&
        blanksIn(words).map((blank) => (
          <TextInput
            key={blank}
            label={blank}
            maxLength={100}
            value={blanks[blank] ?? ''}
            onChange={(event) => choose({ blanks: { ...blanks, [blank]: event.currentTarget.value } })}
          />
        ))}
      {words !== undefined && (
        <section className={classes.preview} aria-label={t('canned.preview')} lang={chosen}>
          {fillSome(words, blanks)}
        </section>
      )}
    </Stack>
  );
}
