import type { ChartImage } from './chart-image.ts';
import { draw } from './draw.ts';
import { categoryAxis, type Frame, frame, LABELS_INSIDE, WIDTH } from './frame.ts';
import { altText, labelText } from './plain-text.ts';
import { assertValues } from './series.ts';
import { PALETTES } from './theme.ts';

const ROW_HEIGHT = 32;
const MARGINS = 130;
/** So many of the highest cells are told in words. */
const MOST_IN_WORDS = 10;

/** Amounts by two properties, such as weekday and hour. */
export interface HeatMap extends Frame {
  readonly columns: readonly string[];
  /** From top to bottom. */
  readonly rows: readonly string[];
  /** One list for each row, with one value for each column. */
  readonly values: readonly (readonly number[])[];
}

/**
 * Draws a grid of cells, the higher the stronger.
 *
 * @throws {RangeError} when there is not one finite value for each cell.
 */
export async function heatMap({
  title,
  theme = 'dark',
  columns,
  rows,
  values,
}: HeatMap): Promise<ChartImage> {
  if (values.length !== rows.length)
    throw new RangeError(`"${title}" has ${values.length} lists of values for ${rows.length} rows.`);
  for (const [index, row] of rows.entries()) assertValues(row, values[index] ?? [], columns.length);

  const { background, muted, heat } = PALETTES[theme];
  const most = Math.max(1, ...values.flat());
  const png = await draw({
    width: WIDTH,
    height: rows.length * ROW_HEIGHT + MARGINS,
    option: {
      ...frame({ title, theme }, []),
      grid: { left: 20, right: 90, top: 56, bottom: 20, ...LABELS_INSIDE },
      xAxis: categoryAxis(columns, theme),
      yAxis: { ...categoryAxis(rows, theme), inverse: true },
      visualMap: {
        min: 0,
        max: most,
        right: 14,
        top: 'middle',
        itemHeight: Math.min(140, rows.length * ROW_HEIGHT),
        inRange: { color: [...heat] },
        text: [most.toLocaleString('en-US'), '0'],
        textStyle: { color: muted, fontFamily: 'DejaVu Sans', fontSize: 12 },
      },
      series: [
        {
          type: 'heatmap',
          data: values.flatMap((row, y) => row.map((value, x) => [x, y, value])),
          itemStyle: { borderColor: background, borderWidth: 2, borderRadius: 3 },
        },
      ],
    },
  });
  return { png, alt: altText(`${title}. Heat map, the highest cells:`, highest({ columns, rows, values })) };
}

function highest({ columns, rows, values }: Pick<HeatMap, 'columns' | 'rows' | 'values'>): string[] {
  return values
    .flatMap((row, y) => row.map((value, x) => ({ value, name: `${rows[y]} ${columns[x]}` })))
    .toSorted((one, other) => other.value - one.value)
    .slice(0, MOST_IN_WORDS)
    .map(({ name, value }) => `${labelText(name)}: ${value}`);
}
