const WIDTH = 760;
const HEIGHT = 420;
const AREA = { left: 76, right: 540, top: 24, bottom: 360 } as const;
/** Told apart by people who see few colours, on white and on black (Okabe and Ito, the dark ones left out). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const LEGEND_STEP = 24;

/** What became of one figure, as multiples of its first value, one for each size. */
export interface Growth {
  readonly name: string;
  readonly multiples: readonly number[];
}

/** Draws figures against sizes, both on axes on which each step is ten times the one before, as SVG for light and dark pages. */
export function growthPlot(sizes: readonly number[], growths: readonly Growth[]): string {
  const values = growths.flatMap(({ multiples }) => multiples);
  const lowest = Math.min(-1, Math.floor(Math.log10(Math.min(...values))));
  const highest = Math.max(1, Math.ceil(Math.log10(Math.max(...values))));
  const x = (index: number): number => AREA.left + (index / (sizes.length - 1)) * (AREA.right - AREA.left);
  const y = (value: number): number =>
    AREA.bottom - ((Math.log10(value) - lowest) / (highest - lowest)) * (AREA.bottom - AREA.top);
  const powers = Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (lowest + index));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">`,
    '<title>What grows with the number of servers</title>',
    // Greys that can be read on white and on black: a picture does not know which of the two the page is.
    '<style>text { fill: #7a7a7a } .grid { stroke: #8884 } .axis { stroke: #888 }</style>',
    ...powers.map((power) => gridLine(y(power), `×${power.toLocaleString('en')}`)),
    ...sizes.map((size, index) => text(x(index), AREA.bottom + 22, size.toLocaleString('en'), 'middle')),
    text((AREA.left + AREA.right) / 2, AREA.bottom + 46, 'servers', 'middle'),
    `<g transform="translate(16 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)">${text(0, 0, 'multiple of that of ten servers', 'middle')}</g>`,
    `<line class="axis" x1="${AREA.left}" x2="${AREA.right}" y1="${y(1)}" y2="${y(1)}" stroke-dasharray="4 4"/>`,
    ...growths.map((growth, at) => drawGrowth(growth, { at, x, y })),
    '</svg>\n',
  ].join('\n');
}

function gridLine(y: number, label: string): string {
  const line = `<line class="grid" x1="${AREA.left}" x2="${AREA.right}" y1="${y}" y2="${y}"/>`;
  return `${line}${text(AREA.left - 8, y + 4, label, 'end')}`;
}

interface Place {
  readonly at: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function drawGrowth({ name, multiples }: Growth, { at, x, y }: Place): string {
  const colour = COLOURS[at % COLOURS.length];
  const points = multiples.map((value, index) => [x(index).toFixed(1), y(value).toFixed(1)] as const);
  const legendY = AREA.top + 16 + at * LEGEND_STEP;
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${points.map((point) => point.join(',')).join(' ')}"/>`,
    ...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`),
    `<rect x="${AREA.right + 24}" y="${legendY - 10}" width="14" height="10" fill="${colour}"/>`,
    text(AREA.right + 46, legendY, name, 'start'),
  ].join('');
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}
