import { type ChartImage, type ChartTheme, lineChart } from '@twi/charts';
import type { Tally } from '../database/tally-repository.ts';

/** Up to so many days are drawn one by one; longer times by month. */
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;
const LONGEST_MONTH_MS = 31 * DAY_MS;

/** How the gallery has grown, as a line. */
export function growthChart(
  days: readonly Tally[],
  { title, name, theme }: { readonly title: string; readonly name: string; readonly theme: ChartTheme },
): Promise<ChartImage> {
  const points = growthOf(days, new Date());
  return lineChart({
    title,
    theme,
    labels: points.map(({ label }) => label),
    series: [{ name, values: points.map(({ total }) => total) }],
  });
}

/** How many items there were at the end of each day, or of each month where that were too many; oldest first. */
export function growthOf(days: readonly Tally[], now: Date): { label: string; total: number }[] {
  const [first] = days;
  if (!first) return [];
  const today = now.toISOString().slice(0, 10);
  const span = (Date.parse(today) - Date.parse(first.name)) / DAY_MS;
  const byMonth = span > MOST_DAYS;
  const length = byMonth ? 'YYYY-MM'.length : today.length;
  // A line needs two points: it begins where there was nothing yet.
  const start = Date.parse(first.name) - (byMonth ? LONGEST_MONTH_MS : DAY_MS);
  const added = new Map<string, number>();
  for (let day = start; day <= Date.parse(today); day += DAY_MS)
    added.set(new Date(day).toISOString().slice(0, length), 0);
  for (const { name, items } of days)
    added.set(name.slice(0, length), (added.get(name.slice(0, length)) ?? 0) + items);
  let total = 0;
  return [...added]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([label, items]) => ({ label, total: (total += items) }));
}
