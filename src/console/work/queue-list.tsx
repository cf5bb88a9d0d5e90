import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { CardView, Queue } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './queue-list.module.css';
import { QueueRow } from './queue-row.tsx';

const ROW_PX = 74;

/** Everybody who waits, in the order in which they should be taken; only what is in sight is drawn. */
export function QueueList({ queue }: { queue: Queue }) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const cards: CardView[] = [...queue.waiting, ...queue.optedOut];
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
        {t('queue.empty')}
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={t('queue.waiting')}>
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
                <QueueRow card={card} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
