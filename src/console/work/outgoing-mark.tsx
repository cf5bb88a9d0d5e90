import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { Icon } from '../look/icon.tsx';
import { useDesk } from '../server/desk.tsx';
import type { Outgoing } from '../server/outbox.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './delivery-mark.module.css';
import { putBack } from './drafts.ts';

const STEP_MS = 250;

/** The way of one's own text until it is gone: it counts down, and can be taken back for so long. */
export function OutgoingMark({ outgoing, otherwise }: { outgoing: Outgoing | undefined; otherwise: ReactNode }) {
  const { t } = useWords();
  const { outbox, base } = useDesk();
  const left = useLeft(outgoing?.undoUntil ?? 0);
  if (!outgoing) return otherwise;
  const { id, status, talk } = outgoing;
  const undo = status === 'unsent' || (status !== 'taking-back' && left > 0);

  async function takeBack(): Promise<void> {
    const text = await outbox.takeBack(id);
    if (text !== undefined) putBack(base, talk, text);
  }

  if (status === 'stored' && left === 0 && otherwise) return otherwise;
  return (
    <div className={classes.undo}>
      <span className={classes.mark} data-bad={status === 'unsent'}>
        <Icon name={status === 'unsent' ? 'alert' : 'clock'} size={13} />
        {status === 'unsent'
          ? t('outgoing.unsent')
          : status === 'taking-back'
            ? t('outgoing.taking-back')
            : left > 0
              ? t('outgoing.goes-in', { count: Math.ceil(left / 1000) })
              : t('delivery.sending')}
      </span>
      {undo && (
        <Button
          size="compact-sm"
          variant="white"
          leftSection={<Icon name="undo" size={13} />}
          onClick={() => void takeBack()}
        >
          {t('outgoing.take-back')}
        </Button>
      )}
    </div>
  );
}

/** Ms until a moment of this browser's clock, in steps; 0 from then on. */
function useLeft(until: number): number {
  return useSyncExternalStore(
    (tick) => {
      const timer = setInterval(tick, STEP_MS);
      return () => clearInterval(timer);
    },
    () => Math.max(0, Math.ceil((until - Date.now()) / STEP_MS) * STEP_MS),
  );
}
