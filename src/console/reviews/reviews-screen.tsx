import { SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Icon } from '../look/icon.tsx';
import { useComments, useReviews } from '../server/reviews.ts';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { CommentList } from './comment-list.tsx';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewList } from './review-list.tsx';
import classes from './reviews-screen.module.css';

/** The second look: for supervisors what waits for it, for advocates what came of it. */
export default function ReviewsScreen() {
  const { t } = useWords();
  const { talk } = useParams();
  const { roles } = useMe();
  const reviews = roles.includes('supervisor');
  const answers = roles.includes('advocate');
  const [part, setPart] = useState(reviews ? 'open' : 'mine');
  const open = useReviews(reviews);
  const comments = useComments(answers);
  return (
    <div className={classes.reviews} data-open={talk !== undefined} data-alone={!reviews}>
      <VisuallyHidden component="h1">{t('reviews.title')}</VisuallyHidden>
      <div className={classes.list}>
        {reviews && answers && (
          <div className={classes.parts}>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t('reviews.parts')}
              value={part}
              onChange={setPart}
              data={[
                { value: 'open', label: t('reviews.open', { count: open.data?.length ?? 0 }) },
                { value: 'mine', label: t('reviews.mine', { count: comments.data?.length ?? 0 }) },
              ]}
            />
          </div>
        )}
        {part === 'open' ? <ReviewList found={open} open={talk} /> : <CommentList found={comments} />}
      </div>
      {reviews && (
        <div className={classes.detail}>
          {talk === undefined ? (
            <div className={classes.nothing}>
              <Icon name="eye" size={36} />
              <Text>{t('reviews.choose')}</Text>
            </div>
          ) : (
            <ReviewDetail key={talk} talk={talk} reviews={open.data} />
          )}
        </div>
      )}
    </div>
  );
}
