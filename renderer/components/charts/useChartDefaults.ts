import { useMemo } from 'react';
import { usePalette } from '../../app/theme/palette.ts';
import { metrics } from '../../app/theme/tokens.ts';
import type { ChartOption } from './echarts.ts';

/**
 * What every chart of the product has in common. Tooltips are drawn as rich text: as HTML they would bring style
 * attributes that the content policy refuses.
 */
export function useChartDefaults(): ChartOption {
  const palette = usePalette();
  return useMemo(
    () => ({
      color: [palette.series1, palette.series2, palette.series3, palette.series4, palette.series5],
      textStyle: { fontFamily: metrics.family, fontSize: metrics.caption, color: palette.ink2 },
      grid: { left: 8, right: 12, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      tooltip: {
        renderMode: 'richText',
        backgroundColor: palette.surface,
        borderColor: palette.line,
        textStyle: { color: palette.ink, fontSize: metrics.caption + 1 },
      },
    }),
    [palette],
  );
}

/** The looks of an axis, to be spread into one. */
export function useAxisStyle() {
  const palette = usePalette();
  return useMemo(
    () => ({
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { color: palette.ink2, fontSize: metrics.caption },
      splitLine: { lineStyle: { color: palette.line } },
      nameTextStyle: { color: palette.ink2, fontSize: metrics.caption },
    }),
    [palette],
  );
}
