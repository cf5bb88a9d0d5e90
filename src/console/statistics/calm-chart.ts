/** What all pictures share: nothing moves, and nothing in them takes the focus, for the table behind each holds the same. */
export const CALM = {
  tickLine: 'none',
  textColor: 'var(--mantine-color-text)',
  gridColor: 'var(--line)',
  tooltipProps: { isAnimationActive: false },
} as const;

export const CALM_BARS = {
  ...CALM,
  maxBarWidth: 22,
  barProps: { isAnimationActive: false, radius: 3 },
  barChartProps: { accessibilityLayer: false },
} as const;
