import { useEffect, useRef, useState } from 'react';
import type { CardView, Entry } from '../../http/console-contract.ts';
import { useAnnounce } from '../frame/announcer.tsx';
import { useTalks } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import { talkName } from './talk-name.ts';

/** How many texts of each conversation nobody has looked at: those since one's last answer that were not on the screen. */
export function useUnread(cards: readonly CardView[], open: string | undefined): Record<string, number> {
  const views = useTalks(cards.map(({ talk }) => talk));
  const [seen, setSeen] = useState<Record<string, number>>({});
  useReadOut(cards, views);
  const openNext = views[cards.findIndex(({ talk }) => talk === open)]?.next;
  useEffect(() => {
    if (!open || openNext === undefined) return;
    const look = () => {
      if (!document.hidden) setSeen((before) => (before[open] === openNext ? before : { ...before, [open]: openNext }));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [open, openNext]);
  return Object.fromEntries(
    cards.map(({ talk }, place) => [talk, unreadIn(views[place]?.entries ?? [], seen[talk] ?? 0)]),
  );
}

function unreadIn(entries: readonly Entry[], seen: number): number {
  const answered = entries.findLast(({ kind }) => kind === 'advocate')?.n ?? -1;
  return entries.filter(({ kind, n }) => kind === 'texter' && n > answered && n >= seen).length;
}

/** New texts are read out by a screen reader as they come. */
function useReadOut(
  cards: readonly CardView[],
  views: readonly ({ entries: Entry[]; next: number } | undefined)[],
): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const told = useRef<Record<string, number>>({});
  useEffect(() => {
    cards.forEach(({ talk }, place) => {
      const view = views[place];
      if (!view) return;
      const from = told.current[talk] ?? view.next;
      told.current[talk] = view.next;
      const last = view.entries.findLast(({ n, kind }) => n >= from && kind === 'texter');
      if (last?.kind === 'texter') announce(t('talk.new-text', { name: talkName(talk), text: last.text }));
    });
  }, [cards, views, announce, t]);
}
