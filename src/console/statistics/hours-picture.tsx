import { BarChart } from '@mantine/charts';
import { useWords } from '../words/use-words.tsx';
import { CALM_BARS } from './calm-chart.ts';
import { Picture } from './picture.tsx';

/** When people begin to text, by the line's own clocks. */
export function HoursPicture({ hours }: { hours: readonly number[] }) {
  const { t } = useWords();
  const bars = hours.map((count, hour) => ({ hour: `${String(hour).padStart(2, '0')}:00`, count }));
  return (
    <Picture
      title={t('statistics.hours')}
      empty={hours.every((count) => count === 0)}
      table={{
        head: [t('statistics.hour'), t('statistics.contacts')],
        rows: bars.map(({ hour, count }) => [hour, t('statistics.number', { n: count })]),
      }}
    >
      <BarChart
        h={220}
        data={bars}
        dataKey="hour"
        series={[{ name: 'count', label: t('statistics.contacts'), color: 'var(--accent)' }]}
        yAxisProps={{ width: 40, allowDecimals: false }}
        xAxisProps={{ interval: 5 }}
        {...CALM_BARS}
      />
    </Picture>
  );
}
