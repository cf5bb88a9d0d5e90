import { Alert, Button, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import { PRIORITIES, type Queue } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { Icon } from '../look/icon.tsx';
import { useQueue, useShift } from '../server/queue.ts';
import { useSetShift } from '../server/session.ts';
import { useTakeNext } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { QueueList } from './queue-list.tsx';
import classes from './queue-panel.module.css';

/** Who waits, and the one button that matters: the next of them. */
export function QueuePanel() {
  const { t } = useWords();
  const { data: queue, isError } = useQueue();
  return (
    <section className={classes.panel} aria-label={t('queue.title')} id="queue" tabIndex={-1}>
      <header className={classes.head}>
        <Title order={2} size="h5">
          {t('queue.title')}
        </Title>
        {queue && (
          <Text size="xs" c="dimmed">
            {t('queue.on-shift', { count: queue.onShift })}
          </Text>
        )}
      </header>
      {queue && <Counts queue={queue} />}
      <TakeNext waiting={queue?.waiting.length ?? 0} />
      {queue?.onShift === 0 && (
        <Alert color="yellow" variant="light" p="xs" mx="sm" mb="xs">
          {t('queue.nobody-on')}
        </Alert>
      )}
      {isError && !queue && (
        <Alert color="red" variant="light" p="xs" mx="sm" mb="xs">
          {t('queue.failed')}
        </Alert>
      )}
      {queue && <QueueList queue={queue} />}
    </section>
  );
}

function Counts({ queue }: { queue: Queue }) {
  const { t, lasted } = useWords();
  return (
    <dl className={classes.counts}>
      {PRIORITIES.map((priority) => {
        const { waiting, longestMs } = queue.counts[priority];
        return (
          <div key={priority} data-some={waiting > 0}>
            <dt>
              <PriorityMark priority={priority} />
            </dt>
            <dd>
              <b>{waiting}</b>
              <span>{waiting > 0 ? t('queue.longest', { time: lasted(longestMs) }) : t('queue.none')}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function TakeNext({ waiting }: { waiting: number }) {
  const { t, coded } = useWords();
  const shift = useShift();
  const [, go] = useLocation();
  const next = useTakeNext();
  const setShift = useSetShift();
  const may = shift === 'on' && waiting > 0 && !next.isPending;

  async function take(): Promise<void> {
    const result = await next.mutateAsync().catch(() => undefined);
    if (result?.outcome === 'done') go(`/talks/${result.talk}`);
    else notifications.show({ color: 'yellow', message: coded('refusal', result?.outcome ?? 'failed') });
  }

  useKey('next', may ? () => void take() : undefined);
  return (
    <div className={classes.next}>
      {shift !== 'on' && (
        <Button fullWidth size="md" mb={8} loading={setShift.isPending} onClick={() => setShift.mutate('on')}>
          {t('shift.go-on')}
        </Button>
      )}
      <Button
        fullWidth
        size="md"
        variant={shift === 'on' ? 'filled' : 'default'}
        loading={next.isPending}
        disabled={!may}
        onClick={() => void take()}
        rightSection={<Icon name="arrow" />}
      >
        {t('queue.next')}
      </Button>
      {shift !== 'on' && (
        <Text size="xs" c="dimmed" ta="center" mt={4}>
          {t('queue.go-on-shift')}
        </Text>
      )}
    </div>
  );
}
