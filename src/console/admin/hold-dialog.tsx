import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { HELD_KINDS, type HeldKind } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useHold } from './retention.ts';

export function HoldDialog({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const hold = useHold();
  const [kind, setKind] = useState<HeldKind>('transcript');
  const [id, setId] = useState('');
  return (
    <ReasonDialog
      title={t('retention.hold')}
      submit={t('retention.hold')}
      ready={/^[\w-]{1,64}$/.test(id.trim())}
      act={(reason) => hold.mutateAsync({ kind, id: id.trim(), reason })}
      onDone={onDone}
    >
      <Radio.Group label={t('retention.what')} value={kind} onChange={(value) => setKind(value as HeldKind)}>
        <Stack gap={6} mt={6}>
          {HELD_KINDS.map((each) => (
            <Radio key={each} value={each} label={t(`retention.one-${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('retention.id')}
        description={t('retention.id-more')}
        required
        autoComplete="off"
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
