import { Button, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { TalkView } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './conversation-head.module.css';
import { focusReply } from './focus-reply.ts';
import { PriorityMark } from './priority-mark.tsx';
import { Tag } from './tag.tsx';
import { talkName } from './talk-name.ts';
import { type Tool, ToolsMenu } from './tools-menu.tsx';

const ToolDialog = lazy(() => import('./tools/tool-dialog.tsx'));

/** Which conversation this is, how it stands, and what can be done with it. */
export function ConversationHead({ view, held, focused }: { view: TalkView; held: boolean; focused: boolean }) {
  const { t, lasted, languageName } = useWords();
  const [tool, setTool] = useState<Tool>();
  const [, go] = useLocation();
  const now = useNow(5_000);
  const { card } = view;
  useKey('transfer', focused && held ? () => setTool('transfer') : undefined);
  const closable = held || card.status === 'opted-out';
  useKey('close', focused && closable ? () => setTool('close') : undefined);
  const done = () => {
    setTool(undefined);
    focusReply(card.talk);
  };
  const leave = () => {
    done();
    go('/talks');
  };
  return (
    <header className={classes.head}>
      <Title order={2} className={classes.name}>
        {talkName(card.talk)}
      </Title>
      <PriorityMark priority={card.priority} />
      <div className={classes.tags}>
        {card.minor && (
          <Tag tone="red" icon="person">
            {t('card.minor')}
          </Tag>
        )}
        <Tag>{languageName(card.language)}</Tag>
        {card.attention && (
          <Tag tone="amber" icon="flag">
            {t('card.attention')}
          </Tag>
        )}
        {card.muted && <Tag icon="mute">{t('card.muted')}</Tag>}
        {card.unansweredSince !== undefined && (
          <Tag tone="amber" icon="clock">
            {t('talks.waits', { time: lasted(now - card.unansweredSince) })}
          </Tag>
        )}
        {!held && card.owner && <Tag icon="person">{t('talk.held-by', { name: card.owner.name })}</Tag>}
      </div>
      <div className={classes.tools}>
        {closable && (
          <Button size="xs" variant="default" onClick={() => setTool('close')}>
            {t('tool.close')}
          </Button>
        )}
        <ToolsMenu held={held} card={card} focused={focused} onTool={setTool} />
      </div>
      <Suspense fallback={null}>
        {tool && <ToolDialog tool={tool} view={view} onDone={done} onLeave={leave} />}
      </Suspense>
    </header>
  );
}
