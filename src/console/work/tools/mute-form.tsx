import { Text } from '@mantine/core';
import { useState } from 'react';
import type { MuteBody } from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import { isReason, ReasonField } from './reason-field.tsx';
import type { ToolForm } from './tool-form.ts';

/** No more alarms of an abusive number's; every text of theirs is kept and shown all the same. */
export function MuteForm({ view, onDone }: ToolForm) {
  const { t } = useWords();
  const mute = useCommand<MuteBody>(view.card.talk, 'mute');
  const [reason, setReason] = useState('');
  const on = !view.card.muted;
  const body = isReason(reason) ? { on, reason: reason.trim() } : undefined;
  return (
    <CommandForm command={mute} body={body} submit={on ? t('tool.mute') : t('tool.unmute')} onDone={onDone}>
      <Text size="sm">{on ? t('mute.more') : t('mute.over-more')}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </CommandForm>
  );
}
