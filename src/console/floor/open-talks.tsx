import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { CardView, OnFloor, Queue } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import { openCards } from './floor-needs.ts';
import { HandOnDialog } from './hand-on-dialog.tsx';
import classes from './open-talks.module.css';
import { TakeOverDialog } from './take-over-dialog.tsx';
import { countTalks, isListed, type Shown, TALK_FILTERS, type TalkFilter } from './talk-filter.ts';
import { type TalkAct, TalkRow } from './talk-row.tsx';

const ROW_PX = 62;

/** Every open conversation, live, and what a supervisor does about one. */
export function OpenTalks({
  queue,
  staff,
  shown,
  onShow,
}: {
  queue: Queue;
  staff: readonly OnFloor[];
  shown: Shown;
  onShow: (shown: Shown) => void;
}) {
  const { t } = useWords();
  const now = useNow(5_000);
  const [act, setAct] = useState<{ act: TalkAct; card: CardView }>();
  const all = openCards(queue);
  const counts = countTalks(all, now);
  const done = () => setAct(undefined);
  return (
    <section className={classes.panel} aria-label={t('floor.talks')}>
      <header className={classes.head}>
        <Title order={2} size="h5">
          {t('floor.talks')}
        </Title>
        <SegmentedControl
          className={classes.which}
          size="xs"
          aria-label={t('floor.which')}
          value={shown.filter}
          onChange={(filter) => onShow({ ...shown, filter: filter as TalkFilter })}
          data={TALK_FILTERS.map((value) => ({
            value,
            label: t(`floor-filter.${value}`, { count: counts[value] }),
          }))}
        />
        {shown.owner && (
          <Button
            size="compact-sm"
            variant="light"
            rightSection={<Icon name="close" size={13} />}
            onClick={() => onShow({ filter: shown.filter })}
          >
            {t('floor.only', { name: shown.owner.name })}
          </Button>
        )}
      </header>
      <Rows
        cards={all.filter((card) => isListed(card, shown, now))}
        onAct={(what, card) => setAct({ act: what, card })}
      />
      {act?.act === 'hand-on' && <HandOnDialog card={act.card} staff={staff} onDone={done} />}
      {act?.act === 'take-over' && <TakeOverDialog card={act.card} onDone={done} />}
    </section>
  );
}

function Rows({ cards, onAct }: { cards: CardView[]; onAct: (act: TalkAct, card: CardView) => void }) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (place) => cards[place]?.talk ?? place,
    overscan: 6,
  });
  if (cards.length === 0) {
    return (
      <Text className={classes.empty} c="dimmed" size="sm">
        {t('floor.no-talks')}
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={t('floor.list')}>
      <ul className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const card = cards[index];
          return (
            card && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TalkRow card={card} onAct={(act) => onAct(act, card)} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
