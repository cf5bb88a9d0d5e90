import { LineChart } from '@mantine/charts';
import type { Statistics } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { CALM } from './calm-chart.ts';
import { Picture } from './picture.tsx';

const TICKS = 6;

/** Day by day: who texted, who came to the desk, and what was closed there. */
export function DaysPicture({ days }: { days: Statistics['days'] }) {
  const { t, language } = useWords();
  // The days are the line's own: a name in the browser's zone could be that of the day before.
  const format = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const points = days.map((day) => ({ ...day, name: format.format(Date.parse(day.day)) }));
  return (
    <Picture
      title={t('statistics.days')}
      empty={days.every(({ contacts, desk, closed }) => contacts + desk + closed === 0)}
      table={{
        head: [t('statistics.day'), t('statistics.contacts'), t('statistics.came'), t('statistics.closed')],
        rows: points.map(({ name, contacts, desk, closed }) => [
          name,
          ...[contacts, desk, closed].map((n) => t('statistics.number', { n })),
        ]),
      }}
    >
      <LineChart
        h={220}
        data={points}
        dataKey="name"
        withLegend
        withDots={days.length === 1}
        curveType="linear"
        series={[
          { name: 'contacts', label: t('statistics.contacts'), color: 'var(--accent)' },
          { name: 'desk', label: t('statistics.came'), color: 'var(--amber)', strokeDasharray: '6 3' },
          { name: 'closed', label: t('statistics.closed'), color: 'var(--green)', strokeDasharray: '2 3' },
        ]}
        legendProps={{ itemSorter: null }}
        yAxisProps={{ width: 40, allowDecimals: false }}
        xAxisProps={{ interval: Math.max(0, Math.ceil(days.length / TICKS) - 1) }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false }}
        {...CALM}
      />
    </Picture>
  );
}
