import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AttentionBody } from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import type { ToolForm } from './tool-form.ts';

/** Asks a supervisor to look, or says that it is no longer needed. */
export function AttentionForm({ view, onDone }: ToolForm) {
  const { t } = useWords();
  const ask = useCommand<AttentionBody>(view.card.talk, 'attention');
  const [reason, setReason] = useState('');
  const on = !view.card.attention;
  const body: AttentionBody = { on, ...(on && reason.trim() && { reason: reason.trim() }) };
  return (
    <CommandForm command={ask} body={body} submit={on ? t('tool.attention') : t('tool.attention-over')} onDone={onDone}>
      <Text size="sm">{on ? t('attention.more') : t('attention.over-more')}</Text>
      {on && (
        <Textarea
          label={t('attention.reason')}
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </CommandForm>
  );
}
