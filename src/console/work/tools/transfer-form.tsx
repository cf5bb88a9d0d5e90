import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseBody } from '../../../http/console-contract.ts';
import { useColleagues } from '../../server/queue.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import type { ToolForm } from './tool-form.ts';

/** Hands a conversation to a person or to a skill; the first minute is theirs. */
export function TransferForm({ view, onDone, onLeave }: ToolForm) {
  const { t, coded, languageName } = useWords();
  const { data: colleagues = [] } = useColleagues(true);
  const release = useCommand<ReleaseBody>(view.card.talk, 'release');
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const skills = [...new Set(colleagues.flatMap((colleague) => colleague.skills))].sort();
  const target = to?.startsWith('skill:') ? { skill: to.slice('skill:'.length) } : { account: to ?? '' };
  const body: ReleaseBody | undefined =
    to && view.fence !== undefined
      ? { fence: view.fence, to: 'queue', ...target, ...(note.trim() && { note: note.trim() }) }
      : undefined;
  return (
    <CommandForm command={release} body={body} submit={t('transfer.go')} onDone={onDone} onSuccess={onLeave}>
      <Select
        label={t('transfer.to')}
        description={t('transfer.to-more')}
        placeholder={t('transfer.choose')}
        required
        searchable
        data-autofocus
        nothingFoundMessage={t('transfer.nobody')}
        value={to}
        onChange={setTo}
        comboboxProps={{ withinPortal: true }}
        data={[
          {
            group: t('transfer.people'),
            items: colleagues.map(({ id, name, shift, talks, loadCap, languages }) => ({
              value: id,
              label: `${name} · ${t(`shift.${shift}`)} · ${talks}/${loadCap} · ${languages.map(languageName).join(', ')}`,
            })),
          },
          {
            group: t('transfer.skills'),
            items: skills.map((skill) => ({ value: `skill:${skill}`, label: coded('skill', skill) })),
          },
        ]}
      />
      <Textarea
        label={t('transfer.note')}
        description={t('transfer.note-more')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CommandForm>
  );
}
