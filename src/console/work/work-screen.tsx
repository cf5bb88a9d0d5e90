import { Text, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useLocation, useParams } from 'wouter';
import { useDigits, useKey } from '../frame/keys.ts';
import { Icon } from '../look/icon.tsx';
import { useMyTalks } from '../server/queue.ts';
import { useWords } from '../words/use-words.tsx';
import { Conversation } from './conversation.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { TalkTabs } from './talk-tabs.tsx';
import { useUnread } from './use-unread.ts';
import classes from './work-screen.module.css';

/** The queue, and one's own conversations: one of them, or all side by side. */
export default function WorkScreen() {
  const { t } = useWords();
  const { talk } = useParams();
  const [, go] = useLocation();
  const mine = useMyTalks();
  const unread = useUnread(mine, talk);
  const [beside, setBeside] = useLocalStorage({ key: 'lantern-beside', defaultValue: false });
  const talks = mine.map((card) => card.talk);
  const shown = beside ? [...new Set([...(talk ? [talk] : []), ...talks])].sort(byPlace(talks)) : talk ? [talk] : [];

  const step = (by: number) => {
    const place = talk ? talks.indexOf(talk) : -1;
    const next = talks[(place + by + talks.length) % talks.length];
    if (next) go(`/talks/${next}`);
  };
  useKey('following', talks.length > 0 ? () => step(1) : undefined);
  useKey('previous', talks.length > 0 ? () => step(-1) : undefined);
  useKey('beside', () => setBeside(!beside));
  useKey('queue', () => document.getElementById('queue')?.focus());
  useDigits((place) => talks[place] && go(`/talks/${talks[place]}`));

  return (
    <div className={classes.work} data-open={talk !== undefined}>
      <VisuallyHidden component="h1">{t('work.title')}</VisuallyHidden>
      <div className={classes.queue}>
        <QueuePanel />
      </div>
      <div className={classes.talks}>
        <TalkTabs cards={mine} unread={unread} open={talk} beside={beside} onBeside={setBeside} />
        {shown.length === 0 ? (
          <div className={classes.nothing}>
            <Icon name="talks" size={36} />
            <Text>{mine.length > 0 ? t('work.choose') : t('work.nothing')}</Text>
          </div>
        ) : (
          <div className={classes.columns}>
            {shown.map((each) => (
              <Conversation key={each} talk={each} focused={each === talk} alone={shown.length === 1} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

const byPlace = (talks: string[]) => (a: string, b: string) => talks.indexOf(a) - talks.indexOf(b);
