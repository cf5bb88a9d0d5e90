import { Alert, Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { OnFloor } from '../../http/console-contract.ts';
import { useGiveBreak, useSetLoadCap } from '../server/floor.ts';
import { useWords } from '../words/use-words.tsx';

const MOST = 50;

/** What a supervisor can do for one of the staff: fewer people at once, or a break. */
export function CareDialog({ member, onDone }: { member: OnFloor; onDone: () => void }) {
  const { t, coded } = useWords();
  const setLoadCap = useSetLoadCap(member.id);
  const giveBreak = useGiveBreak(member.id);
  const [cap, setCap] = useState<number | string>(member.loadCap);
  const good = typeof cap === 'number' && cap >= 1 && cap <= MOST;
  const failed = [setLoadCap, giveBreak].map(refusalOf).find((outcome) => outcome !== undefined);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!good) return;
    const result = await setLoadCap.mutateAsync({ loadCap: cap }).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  async function rest(): Promise<void> {
    const result = await giveBreak.mutateAsync({}).catch(() => undefined);
    if (result?.outcome === 'done') onDone();
  }

  return (
    <Modal
      opened
      onClose={onDone}
      title={t('floor.care-title', { name: member.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Stack gap="lg">
        {member.hard > 0 && <Text size="sm">{t('floor.hard-more', { count: member.hard })}</Text>}
        <form onSubmit={(event) => void save(event)}>
          <Group align="flex-end" gap="xs">
            <NumberInput
              flex={1}
              label={t('floor.load-cap')}
              description={t('floor.load-cap-more')}
              min={1}
              max={MOST}
              allowDecimal={false}
              data-autofocus
              value={cap}
              onChange={setCap}
              hideControls
            />
            <Button type="submit" loading={setLoadCap.isPending} disabled={!good || cap === member.loadCap}>
              {t('floor.load-cap-save')}
            </Button>
          </Group>
        </form>
        <div>
          <Button
            variant="default"
            disabled={member.shift !== 'on'}
            loading={giveBreak.isPending}
            onClick={() => void rest()}
          >
            {t('floor.break')}
          </Button>
          <Text size="xs" c="dimmed" mt={4}>
            {t('floor.break-more')}
          </Text>
        </div>
        <div role="alert">
          {failed && (
            <Alert color="red" variant="light" p="xs">
              {coded('care-refusal', failed)}
            </Alert>
          )}
        </div>
      </Stack>
    </Modal>
  );
}

function refusalOf({ isError, data }: { isError: boolean; data: { outcome: string } | undefined }): string | undefined {
  if (isError) return 'failed';
  return data === undefined || data.outcome === 'done' ? undefined : data.outcome;
}
