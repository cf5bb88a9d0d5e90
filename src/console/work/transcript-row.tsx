import type { Entry, Original, TalkView, Translation } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useMe } from '../server/session.ts';
import { useTranslation } from '../server/translation.ts';
import { useWords } from '../words/use-words.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { eventText } from './event-text.ts';
import { Media } from './media.tsx';
import { OutgoingMark } from './outgoing-mark.tsx';
import type { Row } from './rows-of.ts';
import classes from './transcript-row.module.css';

/** A number that answers a question is the same in every language. */
const SAYS_ANYTHING = /\p{L}/u;

/** Texter, bot and advocate differ by side, by outline and picture, and by name. */
export function TranscriptRow({ row, view }: { row: Row; view: TalkView }) {
  const { day } = useWords();
  return (
    <>
      {row.day && <p className={classes.day}>{day(row.at)}</p>}
      {row.entry ? <EntryRow row={row} entry={row.entry} view={view} /> : <Bubble row={row} text={row.outgoing.text} />}
    </>
  );
}

function EntryRow({ row, entry, view }: { row: Row; entry: Entry; view: TalkView }) {
  const words = useWords();
  const { t, clock } = words;
  switch (entry.kind) {
    case 'event':
      return (
        <p className={classes.event}>
          {eventText(words, entry.code)}
          {entry.by && ` · ${entry.by.name}`} · {clock(entry.at)}
        </p>
      );
    case 'texter':
      return (
        <div className={classes.bubble} data-kind="texter">
          {row.head && <Head icon="phone" name={t('speaker.texter')} at={entry.at} late={entry.late} />}
          {entry.text !== '' && <Words text={entry.text} />}
          {entry.translation ? (
            <Translated translation={entry.translation} />
          ) : (
            view.translates && SAYS_ANYTHING.test(entry.text) && <TranslatedNow talk={view.card.talk} n={entry.n} />
          )}
          {entry.media.map((media) => (
            <Media key={media.at} talk={view.card.talk} n={entry.n} at={media.at} contentType={media.contentType} />
          ))}
        </div>
      );
    case 'bot':
      return (
        <div className={classes.bubble} data-kind="bot">
          {row.head && <Head icon="bot" name={t('speaker.bot')} at={entry.at} />}
          <Words text={entry.text} />
          {entry.id && <DeliveryMark delivery={view.deliveries[entry.id]} />}
        </div>
      );
    case 'advocate':
      return <Advocate row={row} entry={entry} view={view} />;
  }
}

function Advocate({ row, entry, view }: { row: Row; entry: Extract<Entry, { kind: 'advocate' }>; view: TalkView }) {
  const { t } = useWords();
  const me = useMe();
  return (
    <div
      className={classes.bubble}
      data-kind="advocate"
      data-dropped={view.deliveries[entry.id]?.state === 'dropped' || undefined}
    >
      {row.head && <Head icon="person" name={entry.by.id === me.id ? t('speaker.you') : entry.by.name} at={entry.at} />}
      <Words text={entry.text} />
      {entry.original && <Written original={entry.original} />}
      <OutgoingMark outgoing={row.outgoing} otherwise={<DeliveryMark delivery={view.deliveries[entry.id]} />} />
    </div>
  );
}

/** A text of one's own that the transcript does not have yet. */
function Bubble({ row, text }: { row: Row; text: string }) {
  const { t } = useWords();
  return (
    <div className={classes.bubble} data-kind="advocate" data-pending>
      {row.head && <Head icon="person" name={t('speaker.you')} at={row.at} />}
      <Words text={text} />
      {row.outgoing?.original && <Written original={row.outgoing.original} />}
      <OutgoingMark outgoing={row.outgoing} otherwise={null} />
    </div>
  );
}

function Head({
  icon,
  name,
  at,
  late,
}: {
  icon: 'phone' | 'bot' | 'person';
  name: string;
  at: number;
  late?: boolean;
}) {
  const { t, clock } = useWords();
  return (
    <p className={classes.head}>
      <Icon name={icon} size={14} />
      <b>{name}</b>
      <span>{clock(at)}</span>
      {late && <span>{t('speaker.late')}</span>}
    </p>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className={classes.text} dir="auto">
      {text}
    </p>
  );
}

/** Below what a texter wrote. */
function Translated({ translation }: { translation: Translation }) {
  const { t, languageName } = useWords();
  return (
    <p className={classes.translation} dir="auto" lang={translation.to}>
      <small>{t('translation.from', { language: languageName(translation.from) })}</small>
      {translation.text}
    </p>
  );
}

/** Nobody has read this text in this language before. */
function TranslatedNow({ talk, n }: { talk: string; n: number }) {
  const translation = useTranslation(talk, n);
  return translation && <Translated translation={translation} />;
}

/** Below what a machine made of an advocate's words: the words. */
function Written({ original }: { original: Original }) {
  const { t, languageName } = useWords();
  return (
    <p className={classes.translation} dir="auto" lang={original.language}>
      <small>{t('translation.of', { language: languageName(original.language) })}</small>
      {original.text}
    </p>
  );
}
