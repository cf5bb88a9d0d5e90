import { useEffect, useRef } from 'react';
import type { TalkView } from '../../http/console-contract.ts';
import { useAnnounce } from '../frame/announcer.tsx';
import { Icon, type IconName } from '../look/icon.tsx';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './banners.module.css';
import { talkName } from './talk-name.ts';

const LOST = new Set(['failed', 'expired', 'unknown']);

/** What must not be overlooked while writing, the gravest first. */
export function Banners({ view }: { view: TalkView }) {
  const { t, lasted } = useWords();
  const now = useNow(5_000);
  const { card, handoff } = view;
  const lost = useLost(view);
  const stopped = card.status === 'opted-out' || handoff.optedOut;
  return (
    <>
      {stopped && (
        <Banner
          tone="red"
          icon="stop"
          title={t('banner.stop')}
          text={`${t('banner.stop-more')} ${card.status === 'closed' ? '' : t('banner.stop-to-do')}`}
        />
      )}
      {handoff.held && (
        <Banner tone="red" icon="lock" title={t(`banner.held-${handoff.held}`)} text={t('banner.held-more')} />
      )}
      {lost > 0 && (
        <Banner tone="red" icon="alert" title={t('banner.lost', { count: lost })} text={t('banner.lost-more')} />
      )}
      {!stopped && card.silentSince !== undefined && (
        <Banner
          tone="amber"
          icon="clock"
          title={t('banner.silent', { time: lasted(now - card.silentSince) })}
          text={t('banner.silent-more')}
        />
      )}
    </>
  );
}

/** Texts of ours that did not arrive after the last that did; a new one is called out at once. */
function useLost({ card, entries, deliveries }: TalkView): number {
  const { t } = useWords();
  const announce = useAnnounce();
  const ours = entries.flatMap((entry) => ('id' in entry && entry.id !== undefined ? [entry.id] : []));
  const arrived = ours.findLastIndex((id) => deliveries[id]?.state === 'delivered');
  const lost = ours.slice(arrived + 1).filter((id) => LOST.has(deliveries[id]?.state ?? '')).length;
  const before = useRef(lost);
  useEffect(() => {
    if (lost > before.current) announce(t('banner.lost-said', { name: talkName(card.talk) }), true);
    before.current = lost;
  }, [lost, card.talk, announce, t]);
  return lost;
}

function Banner({ tone, icon, title, text }: { tone: 'red' | 'amber'; icon: IconName; title: string; text: string }) {
  return (
    <div className={classes.banner} data-tone={tone}>
      <Icon name={icon} />
      <p>
        <b>{title}</b> {text}
      </p>
    </div>
  );
}
