import type { Frame } from './frame.ts';
import { altText, labelText } from './plain-text.ts';
import type { ChartSeries } from './series.ts';

/** Amounts over time. */
export interface TimeChart extends Frame {
  /** Moments, in order; as many are written below as fit. */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Indices of labels that stand out, with a band behind them. */
  readonly marked?: ReadonlySet<number>;
}

/** What amounts over time show, in words. */
export function altOfMoments(kind: string, { title, labels, series, marked }: TimeChart): string {
  const names = labels.filter((_, index) => marked?.has(index)).map((label) => labelText(label));
  const parts = [...series.map(inWords(labels)), ...(names.length > 0 ? [`marked: ${names[0]}`] : [])];
  return altText(`${title}. ${kind}:`, [...parts, ...names.slice(1)]);
}

function inWords(labels: readonly string[]) {
  return ({ name, values }: ChartSeries): string => {
    const [from, to] = [labels[0], labels.at(-1)];
    if (from === undefined || to === undefined) return `${labelText(name)} without values`;
    const total = values.reduce((sum, value) => sum + value, 0);
    const most = Math.max(...values);
    return `${labelText(name)} from ${labelText(from)} (${values[0]}) to ${labelText(to)} (${values.at(-1)}), ${total} in total, at most ${most}`;
  };
}
