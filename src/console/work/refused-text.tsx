import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useDesk } from '../server/desk.tsx';
import type { Outgoing } from '../server/outbox.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './reply-box.module.css';

/** A text that was not sent, why, and what to do about it: to change it comes first. */
export function RefusedText({ message, onEdit }: { message: Outgoing; onEdit: () => void }) {
  const { t, coded } = useWords();
  const { outbox } = useDesk();
  const edit = useRef<HTMLButtonElement>(null);
  const { id, text, refusal = 'unknown', detail } = message;
  const confirmable = refusal === 'silent' || refusal === 'wrong-thread';
  useEffect(() => edit.current?.focus(), []);
  return (
    <div className={classes.refused} role="alert">
      <p>
        <b>{t('refused.title')}</b> {coded('refusal', refusal)}
        {refusal === 'wrong-thread' && detail && ` ${t('refused.belongs', { words: detail })}`}
      </p>
      <p className={classes.quoted} dir="auto">
        {text}
      </p>
      <div className={classes.choices}>
        <Button ref={edit} size="xs" onClick={onEdit}>
          {t('refused.edit')}
        </Button>
        {confirmable && (
          <Button size="xs" variant="default" onClick={() => outbox.confirm(id)}>
            {t('refused.all-the-same')}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={() => outbox.forget([id])}>
          {t('refused.drop')}
        </Button>
      </div>
    </div>
  );
}
