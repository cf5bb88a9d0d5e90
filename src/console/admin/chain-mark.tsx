import { Alert, Button, Group } from '@mantine/core';
import { Icon } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import { useVerify } from './audit.ts';

/** Whether the chain holds, looked at when asked: it is read from its first entry on. */
export function ChainMark() {
  const { t, coded } = useWords();
  const { mutate, data, isError, isPending } = useVerify();
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<Icon name="shield" size={16} />}
        loading={isPending}
        onClick={() => mutate(undefined)}
      >
        {t('audit.verify')}
      </Button>
      <div role="status">
        {isError && (
          <Alert color="yellow" variant="light" p="xs">
            {t('audit.verify-failed')}
          </Alert>
        )}
        {data && (
          <Alert color={data.ok ? 'green' : 'red'} variant="light" p="xs">
            {data.ok
              ? t('audit.verified', { count: data.entries })
              : t('audit.broken', { seq: data.fault.seq, fault: coded('audit-fault', data.fault.fault) })}
          </Alert>
        )}
      </div>
    </Group>
  );
}
