import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Floor, Queue } from '../../http/console-contract.ts';
import { useAnnounce } from '../frame/announcer.tsx';
import { Icon, type IconName } from '../look/icon.tsx';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './floor-alerts.module.css';
import { type Need, type Needed, neededOn } from './floor-needs.ts';

const LOOKS: Record<Need, { tone: 'red' | 'amber'; icon: IconName }> = {
  'nobody-on': { tone: 'red', icon: 'alert' },
  'red-waits': { tone: 'red', icon: 'bell' },
  'nobody-came': { tone: 'red', icon: 'clock' },
  'not-delivered': { tone: 'red', icon: 'alert' },
  'came-back': { tone: 'amber', icon: 'undo' },
  asked: { tone: 'amber', icon: 'flag' },
  unanswered: { tone: 'amber', icon: 'clock' },
  away: { tone: 'amber', icon: 'person' },
};

/** What must not be overlooked, each in one line; or that there is nothing. */
export function FloorAlerts({
  queue,
  floor: { staff, reviews },
  onNeeds,
  onStaff,
}: {
  queue: Queue;
  floor: Floor;
  onNeeds: () => void;
  onStaff: () => void;
}) {
  const { t, lasted } = useWords();
  const now = useNow(5_000);
  const needed = neededOn(queue, staff, now);
  useCalledOut(needed);
  return (
    <section className={classes.alerts} aria-label={t('floor.needs')}>
      <ul className={classes.list}>
        {needed.map(({ need, count, longestMs }) => (
          <li key={need}>
            <Alarm need={need} {...(need !== 'nobody-on' && { onShow: need === 'away' ? onStaff : onNeeds })}>
              {t(`floor-need.${need}`, { count })}
              {longestMs !== undefined && ` ${t('floor.longest', { time: lasted(longestMs) })}`}
            </Alarm>
          </li>
        ))}
        {needed.length === 0 && (
          <li>
            <span className={classes.alert} data-tone="green">
              <Icon name="check" size={15} />
              {t('floor.calm')}
            </span>
          </li>
        )}
      </ul>
      <span className={classes.facts}>
        {t('queue.on-shift', { count: queue.onShift })}
        {reviews > 0 && <Link href="/reviews">{t('floor.reviews', { count: reviews })}</Link>}
      </span>
    </section>
  );
}

/** One thing that needs a look, and the way to where it is seen. */
function Alarm({ need, onShow, children }: { need: Need; onShow?: () => void; children: ReactNode }) {
  const { tone, icon } = LOOKS[need];
  const inside = (
    <>
      <Icon name={icon} size={15} />
      <span>{children}</span>
    </>
  );
  if (!onShow) {
    return (
      <span className={classes.alert} data-tone={tone}>
        {inside}
      </span>
    );
  }
  return (
    <UnstyledButton className={classes.alert} data-tone={tone} onClick={onShow}>
      {inside}
      <Icon name="arrow" size={13} />
    </UnstyledButton>
  );
}

/** A screen reader hears what has come, or become more; whoever waits in red is rung for anyway. */
function useCalledOut(needed: Needed[]): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const before = useRef<Map<Need, number>>(undefined);
  useEffect(() => {
    const risen = needed.filter(({ need, count }) => before.current && count > (before.current.get(need) ?? 0));
    before.current = new Map(needed.map(({ need, count }) => [need, count]));
    const first = risen.find(({ need }) => need !== 'red-waits');
    if (first) announce(t(`floor-need.${first.need}`, { count: first.count }));
  }, [needed, announce, t]);
}
