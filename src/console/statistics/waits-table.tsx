import { Table, Title } from '@mantine/core';
import type { Statistics, Waits } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './picture.module.css';
import { toldWait } from './told-wait.ts';

/** How long people wait: half of them at most as long as the middle says, nine of ten as the last. */
export function WaitsTable({ statistics: { firstAnswer, toHuman, toReply } }: { statistics: Statistics }) {
  const words = useWords();
  const { t } = words;
  const row = (name: string, { count, median, p90 }: Waits) => [
    name,
    toldWait(words, median),
    toldWait(words, p90),
    t('statistics.number', { n: count }),
  ];
  const title = t('statistics.waits');
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2} size="h6">
        {title}
      </Title>
      <Table
        verticalSpacing={6}
        horizontalSpacing={6}
        fz="sm"
        data={{
          head: [t('statistics.until'), t('statistics.median'), t('statistics.p90'), t('statistics.counted')],
          body: [
            row(t('statistics.first-answer'), firstAnswer),
            row(t('statistics.to-human'), toHuman),
            row(t('statistics.to-reply'), toReply),
          ],
        }}
      />
    </section>
  );
}
