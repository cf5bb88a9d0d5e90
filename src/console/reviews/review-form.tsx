import { Alert, Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SubmitEvent, useState } from 'react';
import { type ReviewView, VERDICTS, type Verdict } from '../../http/console-contract.ts';
import { useFinishReview } from '../server/reviews.ts';
import { useWords } from '../words/use-words.tsx';
import { talkName } from '../work/talk-name.ts';
import classes from './review-form.module.css';

const LONGEST = 2_000;

/** Fine or wrong, and words for whoever closed it: what was wrong has to be said. */
export function ReviewForm({ review, onDone }: { review: ReviewView; onDone: () => void }) {
  const { t, coded } = useWords();
  const finish = useFinishReview(review.talk);
  const [verdict, setVerdict] = useState<Verdict>('fine');
  const [comment, setComment] = useState('');
  const missing = verdict === 'wrong' && comment.trim() === '';
  const refused = finish.isError ? 'failed' : finish.data?.outcome;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (missing) return;
    const body = { verdict, ...(comment.trim() && { comment: comment.trim() }) };
    const result = await finish.mutateAsync(body).catch(() => undefined);
    if (result?.outcome !== 'done') return;
    notifications.show({ message: t('reviews.done', { name: talkName(review.talk) }) });
    onDone();
  }

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} aria-label={t('reviews.form')}>
      <Textarea
        label={t('reviews.comment', { name: review.by.name })}
        description={verdict === 'wrong' ? t('reviews.comment-wrong') : t('reviews.comment-fine')}
        required={verdict === 'wrong'}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={LONGEST}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <div role="alert">
        {refused && refused !== 'done' && (
          <Alert color="red" variant="light" p="xs">
            {coded('review-refusal', refused)}
          </Alert>
        )}
      </div>
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t('reviews.verdict')}
          value={verdict}
          onChange={(value) => setVerdict(value as Verdict)}
          data={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        />
        <Button type="submit" loading={finish.isPending} disabled={missing}>
          {t('reviews.finish')}
        </Button>
      </Group>
    </form>
  );
}
