import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReleaseBody } from '../../../http/console-contract.ts';
import { useBotSteps } from '../../server/queue.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { CommandForm } from './command-form.tsx';
import type { ToolForm } from './tool-form.ts';

/** Back to the bot, at a step that is chosen. */
export function BotForm({ view, onDone, onLeave }: ToolForm) {
  const { t } = useWords();
  const { data: steps = [] } = useBotSteps(true);
  const release = useCommand<ReleaseBody>(view.card.talk, 'release');
  const [chosen, setStep] = useState<string | null>(null);
  const step = chosen ?? steps[0]?.step;
  const body: ReleaseBody | undefined =
    step && view.fence !== undefined ? { fence: view.fence, to: 'bot', step, seen: view.card.lastTextAt } : undefined;
  return (
    <CommandForm command={release} body={body} submit={t('tool.bot')} onDone={onDone} onSuccess={onLeave}>
      <Select
        label={t('bot.step')}
        description={t('bot.step-more')}
        required
        allowDeselect={false}
        data-autofocus
        value={step ?? null}
        onChange={setStep}
        data={steps.map(({ step: value, label }) => ({ value, label }))}
      />
    </CommandForm>
  );
}
