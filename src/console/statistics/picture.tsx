import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import classes from './picture.module.css';

export interface PictureTable {
  head: string[];
  rows: (string | number)[][];
}

/** A picture for the eye, and behind it the same numbers as a table for everybody. */
export function Picture({
  title,
  table,
  empty,
  children,
}: {
  title: string;
  table: PictureTable;
  /** There is nothing to draw. */
  empty: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  if (empty) {
    return (
      <section className={classes.card} aria-label={title}>
        <Title order={2} size="h6">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {t('statistics.none')}
        </Text>
      </section>
    );
  }
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2} size="h6">
        {title}
      </Title>
      <div aria-hidden>{children}</div>
      <details className={classes.more}>
        <summary>{t('statistics.as-table', { title })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by the keyboard */}
        <section className={classes.scroller} tabIndex={0} aria-label={t('statistics.table-of', { title })}>
          <Table verticalSpacing={3} fz="sm" data={{ caption: title, head: table.head, body: table.rows }} />
        </section>
      </details>
    </section>
  );
}
