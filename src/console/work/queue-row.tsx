import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useLocation } from 'wouter';
import type { CardView, ClaimBody } from '../../http/console-contract.ts';
import { useMe } from '../server/session.ts';
import { useCommand } from '../server/talk.ts';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import { PriorityMark } from './priority-mark.tsx';
import classes from './queue-row.module.css';
import { Tag } from './tag.tsx';
import { talkName } from './talk-name.ts';

const REASONS_SHOWN = 2;

/** One who waits, in codes and minutes: no word of theirs. */
export function QueueRow({ card }: { card: CardView }) {
  const { t, coded, lasted, languageName } = useWords();
  const me = useMe();
  const now = useNow(5_000);
  const supervises = me.roles.includes('supervisor');
  const answers = me.roles.includes('advocate');
  const mayTake = card.status === 'waiting' && answers && (supervises || card.reservedFor?.id === me.id);
  const name = talkName(card.talk);
  return (
    <article className={classes.row} data-priority={card.priority} aria-label={t('queue.card', { name })}>
      <div className={classes.line}>
        <PriorityMark priority={card.priority} />
        {supervises || card.status === 'opted-out' ? (
          <Link href={`/talks/${card.talk}`} className={classes.name}>
            {name}
          </Link>
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        <span className={classes.wait}>{lasted(now - card.since)}</span>
        {mayTake && <Take talk={card.talk} />}
      </div>
      <div className={classes.tags}>
        {card.status === 'opted-out' && (
          <Tag tone="red" icon="stop">
            {t('card.opted-out')}
          </Tag>
        )}
        {card.reservedFor && (
          <Tag tone="accent" icon="transfer">
            {card.reservedFor.id === me.id ? t('card.for-you') : t('card.for', { name: card.reservedFor.name })}
          </Tag>
        )}
        {card.minor && (
          <Tag tone="red" icon="person">
            {t('card.minor')}
          </Tag>
        )}
        <Tag>{languageName(card.language)}</Tag>
        {card.skill && <Tag>{coded('skill', card.skill)}</Tag>}
        {card.attention && (
          <Tag tone="amber" icon="flag">
            {t('card.attention')}
          </Tag>
        )}
        {card.silentSince !== undefined && (
          <Tag tone="amber" icon="clock">
            {t('card.silent', { time: lasted(now - card.silentSince) })}
          </Tag>
        )}
        {card.reasons.slice(0, REASONS_SHOWN).map((reason) => (
          <Tag key={reason}>{coded('reason', reason)}</Tag>
        ))}
        {card.reasons.length > REASONS_SHOWN && (
          <Tag>{t('card.more-reasons', { count: card.reasons.length - REASONS_SHOWN })}</Tag>
        )}
      </div>
    </article>
  );
}

function Take({ talk }: { talk: string }) {
  const { t, coded } = useWords();
  const [, go] = useLocation();
  const claim = useCommand<ClaimBody>(talk, 'claim');

  async function take(): Promise<void> {
    const result = await claim.mutateAsync({}).catch(() => undefined);
    if (result?.outcome === 'done') go(`/talks/${talk}`);
    else notifications.show({ color: 'yellow', message: coded('refusal', result?.outcome ?? 'failed') });
  }

  return (
    <Button
      size="compact-sm"
      variant="light"
      loading={claim.isPending}
      onClick={() => void take()}
      aria-label={t('queue.take-this', { name: talkName(talk) })}
    >
      {t('queue.take')}
    </Button>
  );
}
