import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesk } from '../server/desk.tsx';
import { useQueue } from '../server/queue.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import type { WordKey } from '../words/words.ts';
import { playAlarm } from './alarm.ts';
import { useAnnounce } from './announcer.tsx';
import { setTitleRung } from './window-title.ts';

const AGAIN_MS = 15_000;

/** Rings for a red arrival at once, and again while somebody in danger waits and nobody has come. */
export function Ring() {
  const { t } = useWords();
  const me = useMe();
  const { live } = useDesk();
  const announce = useAnnounce();
  const rings = me.shift === 'on' || me.roles.includes('supervisor');
  const waits = useRedWaits(rings);

  const ring = useEffectEvent((said: WordKey) => {
    if (!rings) return;
    if (me.settings.sound) void playAlarm();
    announce(t(said), true);
    notify(t('ring.notification'));
  });

  useEffect(() => live.onEvent((event) => event.type === 'card' && event.ring && ring('ring.announced')), [live]);
  useHandedOver(() => ring('ring.for-you'));
  useEffect(() => {
    setTitleRung(waits);
    if (!waits) return;
    const timer = setInterval(() => ring('ring.announced'), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits]);
  return null;
}

/** Whoever a conversation is handed to hears of it, once for each. */
function useHandedOver(ring: () => void): void {
  const me = useMe();
  const { data } = useQueue();
  const known = useRef<Set<string>>(undefined);
  const tell = useEffectEvent(ring);
  const mine = data?.waiting.filter(({ reservedFor }) => reservedFor?.id === me.id).map(({ talk }) => talk);
  const key = mine?.join(' ');
  useEffect(() => {
    if (key === undefined) return;
    const talks = key.split(' ').filter(Boolean);
    if (known.current && talks.some((talk) => !known.current?.has(talk))) tell();
    known.current = new Set(talks);
  }, [key]);
}

function useRedWaits(rings: boolean): boolean {
  const { data } = useQueue();
  return rings && (data?.counts.red.waiting ?? 0) > 0;
}

/** Says that somebody waits, and nothing more: the notification may stand on a locked screen. */
function notify(title: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const notification = new Notification(title, { tag: 'lantern', requireInteraction: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}
