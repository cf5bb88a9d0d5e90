import { Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CardView, OnFloor, ReassignBody } from '../../http/console-contract.ts';
import { useCommand } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import { talkName } from '../work/talk-name.ts';
import { CommandForm } from '../work/tools/command-form.tsx';

const QUEUE = 'queue';

/** Gives a conversation, whoever has it, to somebody else, to a skill, or back to everybody. */
export function HandOnDialog({
  card,
  staff,
  onDone,
}: {
  card: CardView;
  staff: readonly OnFloor[];
  onDone: () => void;
}) {
  const { t, coded, languageName } = useWords();
  const reassign = useCommand<ReassignBody>(card.talk, 'reassign');
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const skills = [...new Set(staff.flatMap((member) => member.skills))].sort();
  const there = staff
    .filter(({ id, shift, present }) => id !== card.owner?.id && shift === 'on' && present)
    .sort((a, b) => roomOf(b) - roomOf(a));
  const body: ReassignBody | undefined = to === null ? undefined : { ...targetOf(to), ...(note.trim() && { note }) };
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('floor.hand-on-named', { name: talkName(card.talk) })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <CommandForm command={reassign} body={body} submit={t('floor.hand-on')} onDone={onDone}>
        <Select
          label={t('transfer.to')}
          description={card.owner ? t('floor.hand-on-more', { name: card.owner.name }) : t('transfer.to-more')}
          placeholder={t('transfer.choose')}
          required
          searchable
          data-autofocus
          nothingFoundMessage={t('transfer.nobody')}
          value={to}
          onChange={setTo}
          data={[
            {
              group: t('floor.here'),
              items: there.map(({ id, name, talks, loadCap, languages }) => ({
                value: `person:${id}`,
                label: [name, `${talks}/${loadCap}`, languages.map(languageName).join(', ')].join(' · '),
              })),
            },
            {
              group: t('transfer.skills'),
              items: skills.map((skill) => ({ value: `skill:${skill}`, label: coded('skill', skill) })),
            },
            { group: t('queue.title'), items: [{ value: QUEUE, label: t('floor.to-queue') }] },
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
    </Modal>
  );
}

/** Whoever can take most comes first. */
function roomOf({ talks, loadCap }: OnFloor): number {
  return loadCap - talks;
}

function targetOf(to: string): ReassignBody {
  if (to === QUEUE) return {};
  const id = to.slice(to.indexOf(':') + 1);
  return to.startsWith('skill:') ? { skill: id } : { account: id };
}
