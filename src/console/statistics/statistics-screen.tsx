import '@mantine/charts/styles.css';
import { Alert, Button, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Statistics } from '../../http/console-contract.ts';
import { useDesk } from '../server/desk.tsx';
import { type StatisticsSpan, useStatistics } from '../server/statistics.ts';
import { useWords } from '../words/use-words.tsx';
import { DaysPicture } from './days-picture.tsx';
import { HoursPicture } from './hours-picture.tsx';
import { KeyNumbers } from './key-numbers.tsx';
import { SharesPicture } from './shares-picture.tsx';
import { SpanChoice } from './span-choice.tsx';
import classes from './statistics-screen.module.css';
import { WaitsTable } from './waits-table.tsx';

/** How the line does, in pictures; behind each of them the same numbers as a table. */
export default function StatisticsScreen() {
  const { t } = useWords();
  const [span, setSpan] = useState<StatisticsSpan>({ days: '28' });
  const { data, isError, isFetching, refetch } = useStatistics(span);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} size="h3">
          {t('statistics.title')}
        </Title>
        <SpanChoice span={span} shown={data} onSpan={setSpan} />
        {isFetching && data && <Loader size="xs" />}
        {data && <Export statistics={data} />}
      </header>
      {isError && (
        <Alert color="red" variant="light">
          {t('statistics.failed')} <Button onClick={() => void refetch()}>{t('frame.retry')}</Button>
        </Alert>
      )}
      {!isError && !data && <Loader />}
      {data && <Pictures statistics={data} />}
    </div>
  );
}

/** The server makes the file, and sees to it that no spreadsheet runs a cell of it. */
function Export({ statistics: { from, to } }: { statistics: Statistics }) {
  const { t } = useWords();
  const { base } = useDesk();
  return (
    <Button
      component="a"
      variant="default"
      href={`${base}/statistics.csv?${new URLSearchParams({ from, to })}`}
      download={`statistics-${from}-${to}.csv`}
    >
      {t('statistics.export')}
    </Button>
  );
}

function Pictures({ statistics }: { statistics: Statistics }) {
  const { t, coded, languageName } = useWords();
  const { kinds, outcomes, languages, places, desk, records, failures, abandoned } = statistics;
  const other = (name: (code: string) => string) => (code: string) =>
    code === 'other' ? t('statistics.other') : name(code);
  return (
    <>
      <KeyNumbers statistics={statistics} />
      <div className={classes.pictures}>
        <DaysPicture days={statistics.days} />
        <HoursPicture hours={statistics.hours} />
        <WaitsTable statistics={statistics} />
        <SharesPicture title={t('statistics.kinds')} shares={kinds} nameOf={(code) => coded('kind', code)} />
        <SharesPicture title={t('statistics.outcomes')} shares={outcomes} nameOf={(code) => coded('outcome', code)} />
        <SharesPicture title={t('statistics.desk')} shares={desk} nameOf={(code) => coded('priority', code)} />
        <SharesPicture title={t('statistics.languages')} shares={languages} nameOf={other(languageName)} />
        <SharesPicture title={t('statistics.places')} shares={places} nameOf={other((code) => code)} />
        <SharesPicture title={t('statistics.records')} shares={records} nameOf={(code) => coded('record-kind', code)} />
        <SharesPicture
          title={t('statistics.abandoned')}
          shares={abandoned}
          nameOf={(code) => coded('statistics-gone', code)}
        />
        <SharesPicture
          title={t('statistics.failures')}
          shares={failures}
          nameOf={(code) => coded('statistics-lost', code)}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t('statistics.pooled')}
      </Text>
    </>
  );
}
