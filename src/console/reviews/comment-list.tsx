import { Alert, Button, Loader, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReviewComment } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import { talkName } from '../work/talk-name.ts';
import classes from './comment-list.module.css';

/** What reviewers wrote to one, for as long as the conversations are kept. */
export function CommentList({ found: { data, isError, refetch } }: { found: UseQueryResult<ReviewComment[]> }) {
  const { t, dated } = useWords();
  return (
    <section className={classes.comments} aria-labelledby="comments">
      <Title order={2} size="h5" id="comments">
        {t('reviews.for-you')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('reviews.for-you-more')}
      </Text>
      {isError && !data && (
        <Alert color="red" variant="light" mt="sm">
          {t('reviews.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!isError && !data && <Loader mt="md" />}
      {data?.length === 0 && (
        <Text size="sm" mt="md">
          {t('reviews.no-comments')}
        </Text>
      )}
      <ul className={classes.list}>
        {data?.map(({ talk, at, by, verdict, text }) => (
          <li key={talk}>
            <p className={classes.head}>
              <b>{talkName(talk)}</b>
              <Tag tone={verdict === 'wrong' ? 'amber' : 'accent'} icon={verdict === 'wrong' ? 'flag' : 'check'}>
                {t(`verdict.${verdict}`)}
              </Tag>
              <span>{t('reviews.from', { name: by.name, time: dated(at) })}</span>
            </p>
            <p className={classes.text}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
