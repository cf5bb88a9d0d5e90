import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CardView } from '../../http/console-contract.ts';
import { useMe } from '../server/session.ts';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import { PriorityMark } from '../work/priority-mark.tsx';
import { Tag } from '../work/tag.tsx';
import { talkName } from '../work/talk-name.ts';
import { needsOf } from './floor-needs.ts';
import classes from './talk-row.module.css';

const REASONS_SHOWN = 2;

export type TalkAct = 'hand-on' | 'take-over';

/** One open conversation in codes and minutes: no word of anybody's. Its name opens it. */
export function TalkRow({ card, onAct }: { card: CardView; onAct: (act: TalkAct) => void }) {
  const { t, lasted } = useWords();
  const me = useMe();
  // Whoever may not write to texters takes nobody away from those who do.
  const answers = me.roles.includes('advocate');
  const now = useNow(5_000);
  const name = talkName(card.talk);
  return (
    <article className={classes.row} data-priority={card.priority} aria-label={t('queue.card', { name })}>
      <div className={classes.who}>
        <PriorityMark priority={card.priority} />
        <Link href={`/talks/${card.talk}`} className={classes.name} aria-label={t('floor.open', { name })}>
          {name}
        </Link>
      </div>
      <div className={classes.state}>
        <b>{card.owner ? card.owner.name : t(`floor-status.${card.status}`)}</b>
        <span>{t('floor.since', { time: lasted(now - card.since) })}</span>
      </div>
      <Facts card={card} now={now} />
      {card.status !== 'opted-out' && (
        <div className={classes.acts}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onAct('hand-on')}
            aria-label={t('floor.hand-on-named', { name })}
          >
            {t('floor.hand-on')}
          </Button>
          {answers && card.owner?.id !== me.id && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onAct('take-over')}
              aria-label={t('floor.take-over-named', { name })}
            >
              {t('floor.take-over')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function Facts({ card, now }: { card: CardView; now: number }) {
  const { t, coded, lasted, languageName } = useWords();
  const needs = needsOf(card, now);
  return (
    <div className={classes.tags}>
      {needs.includes('nobody-came') && (
        <Tag tone="red" icon="clock">
          {t('floor.nobody-came')}
        </Tag>
      )}
      {needs.includes('came-back') && (
        <Tag tone="amber" icon="undo">
          {t('floor.came-back')}
        </Tag>
      )}
      {needs.includes('not-delivered') && (
        <Tag tone="red" icon="alert">
          {t('floor.not-delivered')}
        </Tag>
      )}
      {card.attention && (
        <Tag tone="amber" icon="flag">
          {t('card.attention')}
        </Tag>
      )}
      {card.status === 'live' && card.unansweredSince !== undefined && card.silentSince === undefined && (
        <Tag tone={needs.includes('unanswered') ? 'amber' : 'plain'} icon="clock">
          {t('talks.waits', { time: lasted(now - card.unansweredSince) })}
        </Tag>
      )}
      {card.silentSince !== undefined && (
        <Tag tone="amber" icon="clock">
          {t('card.silent', { time: lasted(now - card.silentSince) })}
        </Tag>
      )}
      {card.reservedFor && (
        <Tag tone="accent" icon="transfer">
          {t('card.for', { name: card.reservedFor.name })}
        </Tag>
      )}
      {card.minor && (
        <Tag tone="red" icon="person">
          {t('card.minor')}
        </Tag>
      )}
      <Tag>{languageName(card.language)}</Tag>
      {card.skill && <Tag>{coded('skill', card.skill)}</Tag>}
      {card.reasons.slice(0, REASONS_SHOWN).map((reason) => (
        <Tag key={reason}>{coded('reason', reason)}</Tag>
      ))}
      {card.muted && <Tag icon="mute">{t('card.muted')}</Tag>}
    </div>
  );
}
