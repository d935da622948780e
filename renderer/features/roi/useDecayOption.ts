import { useMemo } from 'react';
import {
  formatMeasure,
  measureNames,
  type RoiCampaign,
  type RoiDefinition,
  type RoiResult,
} from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { usePalette } from '../../app/theme/palette.ts';
import type { ChartOption } from '../../components/charts/echarts.ts';
import { useAxisStyle } from '../../components/charts/useChartDefaults.ts';
import { evenLineOf, fittedAt } from './figures.ts';
import { useRoiWords } from './useRoiWords.ts';

/** More lines than this in the background say nothing. */
const mostOthers = 20;

interface LineStyle {
  color: string;
  width: number;
  type?: 'solid' | 'dashed' | 'dotted';
}

type Dot = [period: number, value: number];

/** The chart of a campaign: points, its curve, the curve's extrapolation dashed, the others in grey, break-even. */
export function useDecayOption(
  definition: RoiDefinition,
  result: RoiResult,
  campaign: RoiCampaign,
  cumulative: boolean,
): ChartOption {
  const { t } = useWords();
  const { unit, one } = useRoiWords(definition);
  const palette = usePalette();
  const axis = useAxisStyle();
  const measure = definition.decayOf;
  const even = evenLineOf(definition);
  return useMemo(() => {
    const dots = ({ periods }: RoiCampaign): Dot[] =>
      periods.flatMap((each) => {
        const value = cumulative ? each.cumulative[measure] : each[measure];
        return value === null ? [] : [[each.period, value] satisfies Dot];
      });
    const thin = (name: string, data: readonly Dot[], style: LineStyle) => ({
      name,
      type: 'line' as const,
      data,
      symbol: 'none',
      silent: true,
      lineStyle: style,
      itemStyle: { color: style.color },
    });
    const line = (name: string, data: readonly Dot[], dashed = false) =>
      thin(name, data, { color: palette.series1, width: 2, type: dashed ? 'dashed' : 'solid' });
    const others = result.campaigns
      .filter((each) => each !== campaign)
      .slice(0, mostOthers)
      .map((each) => thin(t('roi.chart.others'), dots(each), { color: palette.base, width: 1 }));
    const marks = even === null ? null : breakEvenMark(t('roi.chart.breakEven'), even, palette.look, palette.lookInk);
    const actual = cumulative
      ? { ...line(t('roi.chart.actual'), dots(campaign)), silent: false, symbol: 'circle', symbolSize: 5 }
      : {
          name: t('roi.chart.actual'),
          type: 'scatter' as const,
          data: dots(campaign),
          symbolSize: 6,
          itemStyle: { color: palette.series1 },
        };
    const curves = cumulative ? [] : curvesOf(campaign);
    return {
      grid: { left: 8, right: 16, top: 30, bottom: 22, containLabel: true },
      legend: {
        top: 0,
        left: 0,
        itemWidth: 18,
        itemHeight: 8,
        itemGap: 16,
        textStyle: { color: palette.ink2 },
        data: legendOf([actual, ...curves, ...others]),
        selectedMode: false,
      },
      xAxis: {
        ...axis,
        type: 'value',
        min: 'dataMin',
        max: 'dataMax',
        minInterval: 1,
        name: t('roi.chart.axis', { unit }),
        nameLocation: 'middle',
        nameGap: 24,
        splitLine: { show: false },
      },
      yAxis: {
        ...axis,
        type: 'value',
        scale: measure === 'roi',
        axisLabel: { ...axis.axisLabel, formatter: (value: number) => axisText(value, measure) },
      },
      tooltip: {
        trigger: 'item',
        formatter: (hovered: { data: Dot }) => tooltip(hovered.data[0], hovered.data[1]),
      },
      series: [...others, ...curves, { ...actual, z: 5, ...(marks && { markLine: marks }) }],
    };

    function curvesOf({ fit, periods }: RoiCampaign) {
      if (fit.kind !== 'decays') return [];
      const fitted = periods
        .filter(({ period }) => period >= fit.from && period <= fit.to)
        .map(({ period }): Dot => [period, fittedAt(fit, period) ?? 0]);
      const from = fitted.at(-1);
      const ahead = (side: 'value' | 'low' | 'high'): Dot[] => [
        ...(from ? [from] : []),
        ...fit.extrapolated.map((each): Dot => [each.period, each[side]]),
      ];
      const band: LineStyle = { color: palette.series5, width: 1, type: 'dotted' };
      return [
        line(t('roi.chart.fitted'), fitted),
        line(t('roi.chart.extrapolated'), ahead('value'), true),
        thin(t('roi.chart.band'), ahead('low'), band),
        thin(t('roi.chart.band'), ahead('high'), band),
      ];
    }

    function tooltip(period: number, value: number): string {
      const name = measureNames[measure];
      const lines = [t('roi.period', { one, period: String(period) }), `${name} ${formatMeasure(value, measure)}`];
      const fitted = cumulative || campaign.fit.kind !== 'decays' ? null : fittedAt(campaign.fit, period);
      if (fitted !== null) lines.push(`${t('roi.chart.fitted')} ${formatMeasure(fitted, measure)}`);
      return lines.join('\n');
    }
  }, [campaign, result, cumulative, measure, even, palette, axis, unit, one, t]);
}

const icons = {
  dot: 'circle',
  solid: 'path://M0,0H18V2H0Z',
  dashed: 'path://M0,0H5V2H0ZM7,0H11V2H7ZM13,0H18V2H13Z',
  dotted: 'path://M0,0H2V2H0ZM4,0H6V2H4ZM8,0H10V2H8ZM12,0H14V2H12ZM16,0H18V2H16Z',
} as const;

interface Drawn {
  name: string;
  type: 'line' | 'scatter';
  lineStyle?: { type?: 'solid' | 'dashed' | 'dotted' };
}

/** Each name once, with a mark as its line is drawn. */
function legendOf(series: readonly Drawn[]) {
  const icon = ({ type, lineStyle }: Drawn) => (type === 'scatter' ? icons.dot : icons[lineStyle?.type ?? 'solid']);
  return [...new Map(series.map((each) => [each.name, { name: each.name, icon: icon(each) }])).values()];
}

/** A line across the chart at the value where cost has just come back. */
function breakEvenMark(name: string, at: number, color: string, ink: string) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color, type: 'solid', width: 1.5 },
    label: { formatter: `${name} ${at}`, position: 'insideEndTop', color: ink },
    data: [{ yAxis: at }],
  };
}

const axisText = (value: number, measure: RoiDefinition['decayOf']): string =>
  measure === 'roas' ? String(value) : `${Math.round(value * 100)}%`;
