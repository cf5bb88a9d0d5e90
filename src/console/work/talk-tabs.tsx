import { ActionIcon, Tooltip } from '@mantine/core';
import { Link } from 'wouter';
import type { CardView } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import { talkName } from './talk-name.ts';
import classes from './talk-tabs.module.css';

/** One's own conversations: which wait for an answer, for how long, and which have something unread. */
export function TalkTabs({
  cards,
  unread,
  open,
  beside,
  onBeside,
}: {
  cards: CardView[];
  unread: Record<string, number>;
  open: string | undefined;
  beside: boolean;
  onBeside: (on: boolean) => void;
}) {
  const { t } = useWords();
  if (cards.length === 0 && open === undefined) return null;
  return (
    <nav className={classes.bar} aria-label={t('talks.mine')}>
      <Link href="/talks" className={classes.back} aria-label={t('talks.back')} data-open={open !== undefined}>
        <Icon name="back" />
      </Link>
      <ul className={classes.tabs}>
        {cards.map((card) => (
          <li key={card.talk}>
            <Tab card={card} unread={unread[card.talk] ?? 0} open={card.talk === open} />
          </li>
        ))}
      </ul>
      <Tooltip label={t('talks.beside')}>
        <ActionIcon
          className={classes.beside}
          variant={beside ? 'light' : 'subtle'}
          color={beside ? 'tide' : 'gray'}
          size={34}
          aria-pressed={beside}
          aria-label={t('talks.beside')}
          onClick={() => onBeside(!beside)}
        >
          <Icon name="columns" />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

function Tab({ card, unread, open }: { card: CardView; unread: number; open: boolean }) {
  const { t, lasted } = useWords();
  const now = useNow(5_000);
  const silent = card.silentSince !== undefined;
  const since = card.silentSince ?? card.unansweredSince;
  return (
    <Link href={`/talks/${card.talk}`} className={classes.tab} aria-current={open ? 'page' : undefined}>
      <span className={classes.dot} data-priority={card.priority} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.name}>{talkName(card.talk)}</span>
        <span className={classes.state} data-late={silent}>
          {since === undefined
            ? t('talks.answered')
            : t(silent ? 'talks.silent' : 'talks.waits', { time: lasted(now - since) })}
        </span>
      </span>
      {unread > 0 && (
        <span className={classes.unread}>
          <span aria-hidden="true">{unread}</span>
          <span className={classes.hidden}>{t('talks.unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  );
}
