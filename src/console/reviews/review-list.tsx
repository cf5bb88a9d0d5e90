import { Alert, Button, Loader, Select, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { REVIEW_REASONS, type ReviewReason, type ReviewView } from '../../http/console-contract.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { PriorityMark } from '../work/priority-mark.tsx';
import { Tag } from '../work/tag.tsx';
import { talkName } from '../work/talk-name.ts';
import classes from './review-list.module.css';

/** What waits for a second look, the oldest first, in codes and times. */
export function ReviewList({ found, open }: { found: UseQueryResult<ReviewView[]>; open: string | undefined }) {
  const { t, coded } = useWords();
  const [reason, setReason] = useState('');
  const { data, isError, refetch } = found;
  const shown = data?.filter(({ why }) => reason === '' || why.includes(reason as ReviewReason));
  return (
    <section aria-label={t('reviews.list')}>
      <div className={classes.head}>
        <Select
          label={t('reviews.why')}
          size="xs"
          allowDeselect={false}
          value={reason}
          onChange={(value) => setReason(value ?? '')}
          data={[
            { value: '', label: t('reviews.any') },
            ...REVIEW_REASONS.map((value) => ({ value, label: coded('review-reason', value) })),
          ]}
        />
      </div>
      {isError && !data && (
        <Alert color="red" variant="light" m="sm">
          {t('reviews.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!isError && !data && <Loader m="md" />}
      {shown?.length === 0 && (
        <Text className={classes.empty} c="dimmed" size="sm">
          {t('reviews.empty')}
        </Text>
      )}
      <ul className={classes.list}>
        {shown?.map((review) => (
          <li key={review.talk}>
            <Row review={review} current={review.talk === open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ review, current }: { review: ReviewView; current: boolean }) {
  const { t, coded, dated } = useWords();
  const me = useMe();
  const { talk, priority, closedAt, by, kind, outcome, why } = review;
  return (
    <Link href={`/reviews/${talk}`} className={classes.row} aria-current={current}>
      <span className={classes.line}>
        <PriorityMark priority={priority} />
        <span className={classes.name}>{talkName(talk)}</span>
        <span className={classes.when}>{dated(closedAt)}</span>
      </span>
      <span className={classes.what}>
        {t('reviews.by', { name: by.name, kind: coded('kind', kind), outcome: coded('outcome', outcome) })}
      </span>
      <span className={classes.tags}>
        {why.map((reason) => (
          <Tag key={reason} tone={reason === 'share' ? 'plain' : 'amber'}>
            {coded('review-reason', reason)}
          </Tag>
        ))}
        {by.id === me.id && <Tag icon="person">{t('reviews.own')}</Tag>}
      </span>
    </Link>
  );
}
