import { BarChart } from '@mantine/charts';
import type { Share } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { CALM_BARS } from './calm-chart.ts';
import { Picture } from './picture.tsx';

const BAR_PX = 30;
const MARGIN_PX = 10;
const ROOM_FOR_COUNT_PX = 48;

/** How many of what, as bars that lie, so that their names can be read. */
export function SharesPicture({
  title,
  shares,
  nameOf,
}: {
  title: string;
  shares: readonly Share[];
  nameOf: (code: string) => string;
}) {
  const { t } = useWords();
  const bars = shares.map(({ code, count }) => ({ name: nameOf(code), count }));
  const most = shares.filter(({ count }) => count > 0);
  return (
    <Picture
      title={title}
      empty={most.length === 0}
      table={{
        head: [t('statistics.what'), t('statistics.count')],
        rows: bars.map(({ name, count }) => [name, t('statistics.number', { n: count })]),
      }}
    >
      <BarChart
        h={bars.length * BAR_PX + MARGIN_PX}
        data={bars}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'count', label: t('statistics.count'), color: 'var(--accent)' }]}
        gridAxis="none"
        withXAxis={false}
        withBarValueLabel
        valueFormatter={(n) => t('statistics.number', { n })}
        yAxisProps={{ width: 118, interval: 0 }}
        {...CALM_BARS}
        barChartProps={{ ...CALM_BARS.barChartProps, margin: { right: ROOM_FOR_COUNT_PX } }}
      />
    </Picture>
  );
}
