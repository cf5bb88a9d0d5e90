import { Checkbox, Radio, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import {
  type CloseBody,
  type ContactOutcome,
  KINDS_OF_CONTACT,
  type KindOfContact,
  OUTCOMES,
} from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import type { ToolForm } from './tool-form.ts';

/** What it was about and what came of it, before it goes back to the line's closing words. */
export function CloseForm({ view, onDone, onLeave }: ToolForm) {
  const { t } = useWords();
  const close = useCommand<CloseBody>(view.card.talk, 'close');
  const [kind, setKind] = useState<KindOfContact>();
  const [outcome, setOutcome] = useState<ContactOutcome>();
  const [hard, setHard] = useState(false);
  // Whoever has opted out belongs to nobody: there the fence is not looked at.
  const fence = view.card.status === 'opted-out' ? 1 : view.fence;
  const body =
    kind && outcome && fence !== undefined ? { fence, kind, outcome, hard, seen: view.card.lastTextAt } : undefined;
  return (
    <CommandForm command={close} body={body} submit={t('close.go')} onDone={onDone} onSuccess={onLeave}>
      <Radio.Group
        label={t('close.kind')}
        required
        value={kind ?? null}
        onChange={(value) => setKind(value as KindOfContact)}
      >
        <SimpleGrid cols={2} mt={6} spacing="xs">
          {KINDS_OF_CONTACT.map((each) => (
            <Radio key={each} value={each} label={t(`kind.${each}`)} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Radio.Group
        label={t('close.outcome')}
        required
        value={outcome ?? null}
        onChange={(value) => setOutcome(value as ContactOutcome)}
      >
        <SimpleGrid cols={2} mt={6} spacing="xs">
          {OUTCOMES.map((each) => (
            <Radio key={each} value={each} label={t(`outcome.${each}`)} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Checkbox
        label={t('close.hard')}
        description={t('close.hard-more')}
        checked={hard}
        onChange={(event) => setHard(event.currentTarget.checked)}
      />
    </CommandForm>
  );
}
