import { Alert, Button, Loader, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { TalkView } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { Icon } from '../look/icon.tsx';
import { AskError } from '../server/ask.ts';
import { useMe } from '../server/session.ts';
import { useTalk } from '../server/talk.ts';
import { useWords } from '../words/use-words.tsx';
import { Banners } from './banners.tsx';
import classes from './conversation.module.css';
import { ConversationHead } from './conversation-head.tsx';
import { HandoffCard } from './handoff-card.tsx';
import { HandoffLine } from './handoff-line.tsx';
import { Notes } from './notes.tsx';
import { ReplyBox } from './reply-box.tsx';
import { talkName } from './talk-name.ts';
import { Transcript } from './transcript.tsx';

const ROOM_FOR_ASIDE_PX = 840;

/** One person: what the bot heard, what was said, and the box to answer in. */
export function Conversation({ talk, focused, alone }: { talk: string; focused: boolean; alone: boolean }) {
  const { t } = useWords();
  const { data: view, error, isError, refetch } = useTalk(talk);
  const gone = error instanceof AskError && (error.status === 403 || error.status === 404);
  if (view && !gone) return <Opened view={view} focused={focused} alone={alone} />;
  return (
    <section className={classes.blank} aria-label={t('talk.title', { name: talkName(talk) })}>
      {gone ? (
        <Text c="dimmed">{t('talk.gone')}</Text>
      ) : isError ? (
        <Alert color="red" variant="light">
          {t('talk.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      ) : (
        <Loader />
      )}
    </section>
  );
}

function Opened({ view, focused, alone }: { view: TalkView; focused: boolean; alone: boolean }) {
  const { t } = useWords();
  const me = useMe();
  const { ref, width } = useElementSize<HTMLElement>();
  const wide = width >= ROOM_FOR_ASIDE_PX;
  const [more, setMore] = useState(false);
  const held = view.fence !== undefined && view.card.owner?.id === me.id;
  useKey('handoff', focused && !wide ? () => setMore((open) => !open) : undefined);
  const aside = (
    <div className={classes.aside}>
      <HandoffCard handoff={view.handoff} />
      <Notes talk={view.card.talk} notes={view.notes} focused={focused && (wide || more)} />
    </div>
  );
  return (
    <section
      ref={ref}
      className={classes.talk}
      data-wide={wide}
      data-focused={focused && !alone}
      aria-label={t('talk.title', { name: talkName(view.card.talk) })}
    >
      <ConversationHead view={view} held={held} focused={focused} />
      <Banners view={view} />
      {!wide && (
        <div className={classes.summary}>
          <HandoffLine handoff={view.handoff} />
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={more}
            onClick={() => setMore(!more)}
            rightSection={<Icon name="note" size={15} />}
          >
            {more ? t('handoff.less') : t('handoff.more')}
          </Button>
        </div>
      )}
      {!wide && more && <div className={classes.drawer}>{aside}</div>}
      <Transcript view={view} />
      <ReplyBox view={view} held={held} focused={focused} />
      {wide && aside}
    </section>
  );
}
