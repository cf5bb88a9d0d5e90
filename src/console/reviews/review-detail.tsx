import { Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { ReviewView } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { useMe } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import { Conversation } from '../work/conversation.tsx';
import { eventText } from '../work/event-text.ts';
import { Tag } from '../work/tag.tsx';
import classes from './review-detail.module.css';
import { ReviewForm } from './review-form.tsx';

/** A closed conversation as it was, and what one thinks of it. */
export function ReviewDetail({ talk, reviews }: { talk: string; reviews: ReviewView[] | undefined }) {
  const words = useWords();
  const { t, coded, dated } = words;
  const me = useMe();
  const [, go] = useLocation();
  const review = reviews?.find((one) => one.talk === talk);
  const next = reviews?.find((one) => one.talk !== talk && one.by.id !== me.id);
  return (
    <section className={classes.review} aria-label={t('reviews.detail')}>
      <header className={classes.head}>
        <Link href="/reviews" className={classes.back}>
          <Icon name="back" size={15} /> {t('reviews.all')}
        </Link>
        {review && (
          <>
            <span>{t('reviews.closed', { name: review.by.name, time: dated(review.closedAt) })}</span>
            <span className={classes.tags}>
              {review.why.map((reason) => (
                <Tag key={reason} tone={reason === 'share' ? 'plain' : 'amber'}>
                  {coded('review-reason', reason)}
                </Tag>
              ))}
              {review.alerts.map((alert) => (
                <Tag key={alert} icon="alert">
                  {eventText(words, alert)}
                </Tag>
              ))}
            </span>
          </>
        )}
      </header>
      <div className={classes.talk}>
        <Conversation talk={talk} focused={false} alone />
      </div>
      <footer className={classes.foot}>
        {review && review.by.id !== me.id && (
          <ReviewForm review={review} onDone={() => go(next ? `/reviews/${next.talk}` : '/reviews')} />
        )}
        {review?.by.id === me.id && <Text size="sm">{t('reviews.own-more')}</Text>}
        {reviews && !review && <Text size="sm">{t('reviews.gone')}</Text>}
      </footer>
    </section>
  );
}
