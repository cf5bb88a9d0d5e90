import { Modal } from '@mantine/core';
import type { ComponentType } from 'react';
import { useWords } from '../../words/use-words.tsx';
import { talkName } from '../talk-name.ts';
import type { Tool } from '../tools-menu.tsx';
import { AttentionForm } from './attention-form.tsx';
import { BotForm } from './bot-form.tsx';
import { CloseForm } from './close-form.tsx';
import { DangerForm } from './danger-form.tsx';
import { MuteForm } from './mute-form.tsx';
import { QueueForm } from './queue-form.tsx';
import { RecordForm } from './record-form.tsx';
import { ReferralForm } from './referral-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { RevealForm } from './reveal-form.tsx';
import type { ToolForm } from './tool-form.ts';
import { TransferForm } from './transfer-form.tsx';

const FORMS: Record<Tool, ComponentType<ToolForm>> = {
  reply: ReplyForm,
  referral: ReferralForm,
  record: RecordForm,
  transfer: TransferForm,
  queue: QueueForm,
  bot: BotForm,
  danger: DangerForm,
  attention: AttentionForm,
  mute: MuteForm,
  reveal: RevealForm,
  close: CloseForm,
};

/** One tool at a time, in a dialog that says which conversation it is about. */
export default function ToolDialog({ tool, view, onDone, onLeave }: ToolForm & { tool: Tool }) {
  const { t } = useWords();
  const Form = FORMS[tool];
  return (
    <Modal
      opened
      onClose={onDone}
      title={t(`tool.${tool}-title`, { name: talkName(view.card.talk) })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Form view={view} onDone={onDone} onLeave={onLeave} />
    </Modal>
  );
}
