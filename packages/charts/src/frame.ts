import type { ChartSeries } from './series.ts';
import type { EChartsCoreOption } from 'echarts/core';
import { labelText } from './plain-text.ts';
import { type ChartTheme, PALETTES } from './theme.ts';

/** Small, so that letters are large: Discord shows pictures about 400 pixels wide, on phones less. */
export const WIDTH = 640;
export const HEIGHT = 340;

const LONGEST_TITLE = 56;
/** The frame of a grid holds the names on its axes, too. */
export const LABELS_INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

const FONT = 'DejaVu Sans';

export interface Frame {
  readonly title: string;
  /** Default `dark`. */
  readonly theme?: ChartTheme;
}

/** What all charts share: background, title, fonts and, for several series, a legend. */
export function frame({ title, theme = 'dark' }: Frame, names: readonly string[]): EChartsCoreOption {
  const { background, text, muted, series } = PALETTES[theme];
  const hasLegend = names.length > 1;
  return {
    animation: false,
    backgroundColor: background,
    color: [...series],
    textStyle: { fontFamily: FONT, color: text },
    title: {
      text: labelText(title, LONGEST_TITLE),
      left: 20,
      top: 14,
      textStyle: {
        color: text,
        fontFamily: FONT,
        fontSize: 18,
        fontWeight: 'bold',
        width: WIDTH - 40,
        overflow: 'truncate',
      },
    },
    ...(hasLegend && {
      legend: {
        data: names.map((name) => labelText(name)),
        left: 20,
        right: 20,
        top: 44,
        type: 'plain',
        icon: 'roundRect',
        itemWidth: 14,
        itemHeight: 10,
        textStyle: { color: muted, fontFamily: FONT, fontSize: 13 },
      },
    }),
    grid: { left: 20, right: 36, top: hasLegend ? 84 : 56, bottom: 16, ...LABELS_INSIDE },
  };
}

/** An axis that names things. */
export function categoryAxis(names: readonly string[], theme: ChartTheme = 'dark'): Record<string, unknown> {
  const { muted, line } = PALETTES[theme];
  return {
    type: 'category',
    data: names.map((name) => labelText(name)),
    axisLabel: { color: muted, fontFamily: FONT, fontSize: 13 },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  };
}

/** An axis of moments, on which some are marked with a band behind them. */
export function timeAxis(
  labels: readonly string[],
  marked: ReadonlySet<number> | undefined,
  theme: ChartTheme = 'dark',
): Record<string, unknown> {
  const { mark } = PALETTES[theme];
  const color = labels.map((_, index) => (marked?.has(index) ? mark : 'transparent'));
  return {
    ...categoryAxis(labels, theme),
    ...(marked && marked.size > 0 && { splitArea: { show: true, interval: 0, areaStyle: { color } } }),
  };
}

/** An axis that counts. */
export function valueAxis(
  series: readonly ChartSeries[],
  theme: ChartTheme = 'dark',
): Record<string, unknown> {
  const { muted, line } = PALETTES[theme];
  return {
    type: 'value',
    // Where all is counted in whole ones, half of one would be odd.
    ...(series.every(({ values }) => values.every(Number.isInteger)) && { minInterval: 1 }),
    axisLabel: { color: muted, fontFamily: FONT, fontSize: 13 },
    splitLine: { lineStyle: { color: line } },
  };
}

/** The value of each bar, beside it. */
export function valueLabel(position: 'right' | 'top', theme: ChartTheme = 'dark'): Record<string, unknown> {
  return { show: true, position, color: PALETTES[theme].text, fontFamily: FONT, fontSize: 13 };
}

/** A value with what is written beside it, in groups of digits as on the axis. What crosses to the worker may hold no function. */
export function withValue(value: number): Record<string, unknown> {
  return { value, label: { formatter: value.toLocaleString('en-US') } };
}
