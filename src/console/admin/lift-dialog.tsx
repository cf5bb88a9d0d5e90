import { Text } from '@mantine/core';
import type { HoldView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useLift } from './retention.ts';

export function LiftDialog({ hold, onDone }: { hold: HoldView; onDone: () => void }) {
  const { t } = useWords();
  const lift = useLift(hold.id);
  return (
    <ReasonDialog
      title={t('retention.lift-named', { id: hold.id })}
      submit={t('retention.lift')}
      act={(reason) => lift.mutateAsync({ reason })}
      onDone={onDone}
    >
      <Text size="sm">{t('retention.lift-more')}</Text>
    </ReasonDialog>
  );
}
