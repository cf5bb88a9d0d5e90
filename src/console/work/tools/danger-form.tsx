import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { DangerBody } from '../../../http/console-contract.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import { isReason, ReasonField } from './reason-field.tsx';
import type { ToolForm } from './tool-form.ts';

const LEVELS = ['none', 'crisis', 'imminent'] as const;

/** A human's own judgement of the danger, up or down. */
export function DangerForm({ view, onDone }: ToolForm) {
  const { t } = useWords();
  const danger = useCommand<DangerBody>(view.card.talk, 'danger');
  const now = view.handoff.danger ?? 'none';
  const [level, setLevel] = useState<DangerBody['level']>(now);
  const [reason, setReason] = useState('');
  const body =
    view.fence !== undefined && level !== now && isReason(reason)
      ? { fence: view.fence, level, reason: reason.trim() }
      : undefined;
  return (
    <CommandForm command={danger} body={body} submit={t('danger.go')} onDone={onDone}>
      <Radio.Group label={t('danger.level')} value={level} onChange={(value) => setLevel(value as DangerBody['level'])}>
        <Stack gap="xs" mt={6}>
          {LEVELS.map((each) => (
            <Radio key={each} value={each} label={t(`danger.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonField value={reason} onChange={setReason} />
    </CommandForm>
  );
}
