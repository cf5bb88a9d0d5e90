import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { TalkView } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { Icon } from '../look/icon.tsx';
import { useDesk, useOutgoing } from '../server/desk.tsx';
import { wordsOf } from '../server/outbox.ts';
import { useTranslateWords } from '../server/translation.ts';
import { useWords } from '../words/use-words.tsx';
import { putBack, useDraft } from './drafts.ts';
import { focusReply, replyId } from './focus-reply.ts';
import { RefusedText } from './refused-text.tsx';
import classes from './reply-box.module.css';
import { ReplyTranslation } from './reply-translation.tsx';
import { SegmentCount } from './segment-count.tsx';
import { splitBySentence } from './split-by-sentence.ts';

/** The longest text that the provider takes. */
const MAX_TEXT = 1_600;

/** Where the answer is written; closed, with the reason, when nothing may be sent. */
export function ReplyBox({ view, held, focused }: { view: TalkView; held: boolean; focused: boolean }) {
  const { t } = useWords();
  const { card, handoff } = view;
  const closed =
    card.status === 'opted-out' || handoff.optedOut
      ? t('reply.closed-stop')
      : handoff.held
        ? t('reply.closed-held')
        : card.status === 'closed'
          ? t('reply.closed-over')
          : !held
            ? card.owner
              ? t('reply.closed-other', { name: card.owner.name })
              : t('reply.closed-nobody')
            : undefined;
  if (closed === undefined && view.fence !== undefined)
    return <Open view={view} fence={view.fence} focused={focused} />;
  return (
    <div className={classes.closed}>
      <Icon name="lock" />
      <p>{closed}</p>
    </div>
  );
}

function Open({ view, fence, focused }: { view: TalkView; fence: number; focused: boolean }) {
  const { t, coded } = useWords();
  const { outbox, base } = useDesk();
  const { talk } = view.card;
  const [text, setText] = useDraft(talk, view.draft);
  const box = useRef<HTMLTextAreaElement>(null);
  const mine = useOutgoing().filter((message) => message.talk === talk);
  const refused = mine.filter(({ status }) => status === 'refused');
  const last = mine.findLast(({ status, undoUntil }) => status !== 'refused' && undoUntil > Date.now());
  const tooLong = text.length > MAX_TEXT;
  const empty = text.trim() === '';
  const translate = useTranslateWords(talk);
  // What was made of other words than stand there now is worth nothing.
  const translated = translate.variables === text.trim() ? translate.data : undefined;
  const translation = translated?.outcome === 'done' ? translated.translation : undefined;
  const untranslated = translate.isError || (translated !== undefined && translation === undefined);

  useKey('reply', focused ? () => box.current?.focus() : undefined);
  useKey('undo', focused && last ? () => void takeBack(last.id) : undefined);
  useEffect(() => {
    if (focused) focusReply(talk);
  }, [focused, talk]);

  async function takeBack(id: string): Promise<void> {
    const back = await outbox.takeBack(id);
    if (back !== undefined) putBack(base, talk, back);
    box.current?.focus();
  }

  function send(): void {
    if (empty || tooLong) return;
    const words = text.trim();
    const original = translation && { text: words, language: translation.from };
    outbox.say({ talk, fence, text: translation?.text ?? words, ...(original && { original }) });
    setText('');
    box.current?.focus();
  }

  function sendInParts(): void {
    for (const part of splitBySentence(text, MAX_TEXT)) outbox.say({ talk, fence, text: part });
    setText('');
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    // On a phone the return key is for a new line: there the button sends.
    if (!matchMedia('(pointer: fine)').matches && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    send();
  }

  return (
    <div className={classes.box}>
      {refused.map((message) => (
        <RefusedText
          key={message.id}
          message={message}
          onEdit={() => {
            outbox.forget([message.id]);
            putBack(base, talk, wordsOf(message));
            box.current?.focus();
          }}
        />
      ))}
      <Textarea
        ref={box}
        id={replyId(talk)}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        placeholder={t('reply.placeholder')}
        aria-label={t('reply.label')}
        aria-describedby={`count-${talk}`}
        error={tooLong}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={key}
      />
      {translation && <ReplyTranslation translation={translation} onDrop={translate.reset} />}
      <div role="alert">{untranslated && coded('refusal', 'untranslated')}</div>
      <div className={classes.foot}>
        <SegmentCount
          id={`count-${talk}`}
          text={translation?.text ?? text}
          max={MAX_TEXT}
          onText={translation ? undefined : setText}
        />
        <div className={classes.send}>
          {view.translates && !empty && !tooLong && !translation && (
            <Button
              size="xs"
              variant="default"
              loading={translate.isPending}
              onClick={() => translate.mutate(text.trim())}
            >
              {t('translation.ask')}
            </Button>
          )}
          {tooLong ? (
            <Button size="xs" variant="light" onClick={sendInParts}>
              {t('reply.split', { count: splitBySentence(text, MAX_TEXT).length })}
            </Button>
          ) : (
            <Button size="xs" disabled={empty} onClick={send} rightSection={<Icon name="send" size={15} />}>
              {t(translation ? 'translation.send' : 'reply.send')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
