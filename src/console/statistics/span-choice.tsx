import { Button, Group, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StatisticsSpan } from '../server/statistics.ts';
import { useWords } from '../words/use-words.tsx';

const DAYS = ['7', '28', '90', '366'];
const OWN = 'own';
const MOST_MS = 366 * 86_400_000;

/** Over which days: up to the line's own today, or from one to another. */
export function SpanChoice({
  span,
  shown,
  onSpan,
}: {
  span: StatisticsSpan;
  /** What is on the screen now: a span of one's own begins with it. */
  shown: { from: string; to: string } | undefined;
  onSpan: (span: StatisticsSpan) => void;
}) {
  const { t } = useWords();
  const [own, setOwn] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const good = isSpan(from, to);

  function choose(value: string | null): void {
    setOwn(value === OWN);
    if (value === OWN) {
      setFrom(shown?.from ?? '');
      setTo(shown?.to ?? '');
    } else if (value !== null) onSpan({ days: value });
  }

  function show(event: SubmitEvent): void {
    event.preventDefault();
    if (good) onSpan({ from, to });
  }

  return (
    <Group align="flex-end" gap="xs">
      <Select
        label={t('statistics.span')}
        w={190}
        allowDeselect={false}
        value={own || !('days' in span) ? OWN : span.days}
        onChange={choose}
        data={[
          ...DAYS.map((value) => ({ value, label: t('statistics.last', { count: Number(value) }) })),
          { value: OWN, label: t('statistics.own') },
        ]}
      />
      {own && (
        <form onSubmit={show}>
          <Group align="flex-end" gap="xs">
            <TextInput
              type="date"
              label={t('statistics.from')}
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('statistics.to')}
              required
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
              error={from !== '' && to !== '' && !good && t('statistics.bad-span')}
            />
            <Button type="submit" disabled={!good}>
              {t('statistics.show')}
            </Button>
          </Group>
        </form>
      )}
    </Group>
  );
}

/** As the server would take it: at most a leap year, in order. */
function isSpan(from: string, to: string): boolean {
  const long = Date.parse(to) - Date.parse(from);
  return long >= 0 && long < MOST_MS;
}
