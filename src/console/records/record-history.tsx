import { Text, Title } from '@mantine/core';
import type { RecordView } from '../../http/console-contract.ts';
import { useColleagues, useTalksHere } from '../server/queue.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './record-detail.module.css';

/** Who did what about a record, the last first. */
export function RecordHistory({ record }: { record: RecordView }) {
  const { t, dated } = useWords();
  const happened = useHappened();
  return (
    <section aria-label={t('record.history')}>
      <Title order={3} size="h6">
        {t('record.history')}
      </Title>
      {record.history.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('record.no-history')}
        </Text>
      )}
      <ol className={classes.history} reversed>
        {record.history
          .map((entry, place) => ({ ...entry, place }))
          .reverse()
          .map(({ place, at, by, what, text }) => (
            <li key={place}>
              <strong>{by.name}</strong> {happened(what)} <time>{dated(at)}</time>
              {text && <p dir="auto">{text}</p>}
            </li>
          ))}
      </ol>
    </section>
  );
}

/** An entry's code in words. */
function useHappened(): (what: string) => string {
  const { t, coded } = useWords();
  const me = useMe();
  const { data: colleagues = [] } = useColleagues(useTalksHere());
  return (what) => {
    const [did = '', about = ''] = what.split(':');
    if (did === 'status') return t('record-did.status', { about: coded('record-status', about) });
    if (did === 'answer') return coded('record-did', `answer-${about}`);
    if (did === 'assign') {
      if (about === '') return t('record-did.unassign');
      return t('record-did.assign', { about: [me, ...colleagues].find(({ id }) => id === about)?.name ?? about });
    }
    if (did === 'refused') {
      const missing = about.split(',').map((field) => coded('listing', field));
      return t('record-did.refused', { about: missing.join('; ') });
    }
    return coded('record-did', did);
  };
}
