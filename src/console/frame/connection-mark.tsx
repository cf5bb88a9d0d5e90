import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon, type IconName } from '../look/icon.tsx';
import { useDesk, useLiveState, useOutgoing } from '../server/desk.tsx';
import type { LiveState } from '../server/live.ts';
import { useWords } from '../words/use-words.tsx';
import { useAnnounce } from './announcer.tsx';
import classes from './connection-mark.module.css';

const ICONS: Record<LiveState, IconName> = {
  connecting: 'clock',
  live: 'check',
  stale: 'alert',
  reconnecting: 'clock',
  moved: 'columns',
};

/** Whether what is on the screen is true now, and how many texts still wait for the connection. */
export function ConnectionMark() {
  const { t } = useWords();
  const { live } = useDesk();
  const state = useLiveState();
  const announce = useAnnounce();
  const before = useRef<LiveState>('connecting');
  const unsent = useOutgoing().filter(({ status }) => status === 'unsent').length;
  useEffect(() => {
    if (before.current === state || (before.current === 'connecting' && state === 'live')) {
      before.current = state;
      return;
    }
    before.current = state;
    announce(t(`connection.${state}`), state !== 'live');
  }, [state, announce, t]);
  const label = unsent > 0 ? t('connection.unsent', { count: unsent }) : t(`connection.${state}`);
  return (
    <>
      {state === 'moved' && (
        <Button size="compact-sm" onClick={live.open}>
          {t('connection.take-over')}
        </Button>
      )}
      <span className={classes.mark} data-state={unsent > 0 ? 'stale' : state} title={t(`connection.${state}-more`)}>
        <Icon name={ICONS[state]} size={15} />
        <span className={classes.label}>{label}</span>
      </span>
    </>
  );
}
