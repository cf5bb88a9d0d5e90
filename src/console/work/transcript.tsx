import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { TalkView } from '../../http/console-contract.ts';
import { useDesk, useOutgoing } from '../server/desk.tsx';
import { useWords } from '../words/use-words.tsx';
import { rowsOf } from './rows-of.ts';
import classes from './transcript.module.css';
import { TranscriptRow } from './transcript-row.tsx';

const ROW_PX = 64;
const NEAR_END_PX = 120;

/** All that was said, the newest at the end; only what is in sight is drawn. */
export function Transcript({ view }: { view: TalkView }) {
  const { t } = useWords();
  const { outbox } = useDesk();
  const { talk } = view.card;
  const outgoing = useOutgoing();
  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const mine = useMemo(() => outgoing.filter((message) => message.talk === talk), [outgoing, talk]);
  const rows = useMemo(() => rowsOf(view.entries, mine), [view.entries, mine]);

  // What the transcript shows, and can no longer be taken back, needs no keeping here.
  useEffect(() => {
    const there = new Set(view.entries.flatMap((entry) => (entry.kind === 'advocate' ? [entry.id] : [])));
    const past = mine.filter(
      ({ id, undoUntil, status }) => there.has(id) && status === 'stored' && undoUntil < Date.now(),
    );
    if (past.length > 0) outbox.forget(past.map(({ id }) => id));
  }, [view, mine, outbox]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (place) => rows[place]?.key ?? place,
    overscan: 8,
    paddingStart: 12,
    paddingEnd: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR_END_PX,
  });
  // The box below grows while one writes, and a window is resized: whoever read the end still does.
  const atEnd = useEffectEvent(() => {
    if (!away) virtual.scrollToIndex(rows.length - 1, { align: 'end' });
  });
  useEffect(() => {
    if (!scroller.current) return;
    const observer = new ResizeObserver(() => atEnd());
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  return (
    <div className={classes.frame}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        aria-label={t('transcript.title')}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAway(scrollHeight - scrollTop - clientHeight > NEAR_END_PX)
        }
      >
        <ol className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <TranscriptRow row={row} view={view} />
                </li>
              )
            );
          })}
        </ol>
      </section>
      {away && (
        <Button
          className={classes.down}
          size="compact-sm"
          variant="default"
          radius="xl"
          onClick={() => virtual.scrollToIndex(rows.length - 1, { align: 'end' })}
        >
          {t('transcript.newest')}
        </Button>
      )}
    </div>
  );
}
