import { Modal, Text } from '@mantine/core';
import { useLocation } from 'wouter';
import type { CardView, TakeOverBody } from '../../http/console-contract.ts';
import { useCommand } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import { talkName } from '../work/talk-name.ts';
import { CommandForm } from '../work/tools/command-form.tsx';

/** A conversation into one's own hands, whoever has it: asked once, for a colleague loses it at that moment. */
export function TakeOverDialog({ card, onDone }: { card: CardView; onDone: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const takeOver = useCommand<TakeOverBody>(card.talk, 'take-over');
  const name = talkName(card.talk);
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('floor.take-over-named', { name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <CommandForm
        command={takeOver}
        body={{}}
        submit={t('floor.take-over')}
        onDone={onDone}
        onSuccess={() => go(`/talks/${card.talk}`)}
      >
        <Text size="sm">
          {card.owner ? t('floor.take-over-from', { name: card.owner.name }) : t('floor.take-over-waiting')}
        </Text>
      </CommandForm>
    </Modal>
  );
}
