import { Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Handoff } from '../../http/console-contract.ts';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './handoff-card.module.css';
import { HandoffTags } from './handoff-tags.tsx';
import { Tag } from './tag.tsx';
import { talkName } from './talk-name.ts';

/** What an advocate has to know before the first word, in the order in which it matters. */
export function HandoffCard({ handoff }: { handoff: Handoff }) {
  const { t, coded, dated, lasted } = useWords();
  const now = useNow(5_000);
  return (
    <section className={classes.card} aria-label={t('handoff.title')}>
      <Title order={3} size="h6">
        {t('handoff.title')}
      </Title>
      <HandoffTags handoff={handoff} />
      {handoff.reasons.length > 0 && (
        <div>
          <h4>{t('handoff.reasons')}</h4>
          <div className={classes.reasons}>
            {handoff.reasons.map((reason) => (
              <Tag key={reason} tone="red">
                {coded('reason', reason)}
              </Tag>
            ))}
          </div>
        </div>
      )}
      {handoff.silentSince !== undefined && (
        <p className={classes.silent}>{t('handoff.silent', { time: lasted(now - handoff.silentSince) })}</p>
      )}
      {handoff.answers.length > 0 ? (
        <dl className={classes.answers}>
          {handoff.answers.map(({ name, question, value }) => (
            <div key={name}>
              <dt>{question}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={classes.quiet}>{t('handoff.no-answers')}</p>
      )}
      {handoff.earlier.length > 0 && (
        <div>
          <h4>{t('handoff.earlier', { count: handoff.earlier.length })}</h4>
          <ul className={classes.earlier}>
            {handoff.earlier.map(({ talk, at }) => (
              <li key={talk}>
                <Link href={`/talks/${talk}`}>
                  {talkName(talk)}, {dated(at)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
