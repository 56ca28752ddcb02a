import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { barChart, columnChart, heatMap, lineChart } from '../src/index.ts';
import { decodePng, type Pixels } from './decode-png.ts';

const SERIES = [{ name: 'Messages', values: [5, 3, 1] }];
const CATEGORIES = ['alice', 'bob', 'carol'];
const NONE = [{ name: 'Messages', values: [0, 0, 0] }];

/** How many pixels differ from the background, which is the colour of the first one. */
function inked(pixels: Pixels): number {
  const { width, height } = pixels;
  const background = pixels.colourAt(0, 0);
  let count = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (pixels.colourAt(x, y) !== background) count += 1;
  return count;
}

async function inkOfName(name: string): Promise<number> {
  const { png } = await barChart({ title: ' ', categories: [name, ' ', ' '], series: NONE });
  return inked(decodePng(png));
}

async function inkOfTitle(title: string): Promise<number> {
  const { png } = await lineChart({ title, labels: ['1', '2'], series: [{ name: 'x', values: [0, 0] }] });
  return inked(decodePng(png));
}

async function inkOfBars(values: number[]): Promise<number> {
  const { png } = await barChart({ title: 'x', categories: CATEGORIES, series: [{ name: 'x', values }] });
  return inked(decodePng(png));
}

test('draws bars as a picture of the promised size that is not blank', async () => {
  const { png } = await barChart({ title: 'Messages', categories: CATEGORIES, series: SERIES });

  const pixels = decodePng(png);
  expect(pixels.width).toBe(1_280);
  expect(pixels.height).toBe(440);
  expect(inked(pixels)).toBeGreaterThan(20_000);
});

test.each(['light', 'dark'] as const)('the %s theme has its own background', async (theme) => {
  const { png } = await lineChart({ title: 'Messages', theme, labels: CATEGORIES, series: SERIES });

  expect(decodePng(png).colourAt(0, 0)).toBe(theme === 'light' ? '#ffffff' : '#2b2d31');
});

test.each(['alice', 'Борис', 'Ελένη', 'مريم', 'Zoë'])('draws the name %s', async (name) => {
  expect(await inkOfName(name)).toBeGreaterThan((await inkOfName(' ')) + 100);
});

test('draws the title', async () => {
  expect(await inkOfTitle('Messages of everybody')).toBeGreaterThan((await inkOfTitle(' ')) + 500);
});

test('higher bars have more ink', async () => {
  expect(await inkOfBars([10, 10, 10])).toBeGreaterThan((await inkOfBars([10, 1, 1])) * 1.5);
});

test('takes names that would break a picture', async () => {
  const categories = [
    '<script>&"\'',
    'nul\u0000\u001b',
    '\ud800 half \u{FFFE}\u{FFFF} a letter',
    'x'.repeat(500),
    '',
  ];
  const series = [{ name: ']]>', values: [1, 2, 3, 4, 5] }];

  const { png, alt } = await barChart({ title: '</svg>', categories, series });

  expect(inked(decodePng(png))).toBeGreaterThan(10_000);
  expect(alt).toContain('<script>&"\' 1');
  expect(alt).not.toContain('\u0000');
});

test('shows the first thirty of many bars and says so', async () => {
  const names = Array.from({ length: 80 }, (_, index) => `member ${index}`);

  const { png, alt } = await barChart({
    title: 'Messages',
    categories: names,
    series: [{ name: 'Messages', values: names.map((_, index) => 100 - index) }],
  });

  expect(decodePng(png).height).toBe(2_040);
  expect(alt).toMatch(/^Messages \(30 of 80\)\. Bar chart: member 0 100, member 1 99, /);
  expect(alt.length).toBeLessThanOrEqual(1_024);
});

test('tells what stacked bars show', async () => {
  const { alt } = await barChart({
    title: 'Actions',
    categories: ['alice', 'bob'],
    series: [
      { name: 'Warnings', values: [2, 0] },
      { name: 'Bans', values: [1, 0] },
    ],
  });

  expect(alt).toBe('Actions. Bar chart: alice Warnings 2 and Bans 1, bob 0.');
});

test('tells how a line goes', async () => {
  const { alt } = await lineChart({ title: 'Messages', labels: ['Mon', 'Tue', 'Wed'], series: SERIES });

  expect(alt).toBe('Messages. Line chart: Messages from Mon (5) to Wed (1), 9 in total, at most 5.');
});

test('draws a heat map and tells its highest cells', async () => {
  const { png, alt } = await heatMap({
    title: 'Activity',
    columns: ['morning', 'evening'],
    rows: ['Mon', 'Tue'],
    values: [
      [0, 7],
      [3, 1],
    ],
  });

  expect(inked(decodePng(png))).toBeGreaterThan(50_000);
  expect(alt).toBe(
    'Activity. Heat map, the highest cells: Mon evening: 7, Tue morning: 3, Tue evening: 1, Mon morning: 0.',
  );
});

test('cuts a text about many things to what Discord takes', async () => {
  const series = Array.from({ length: 40 }, (_, index) => ({
    name: `A series of numbers ${index}`,
    values: [1],
  }));

  const { alt } = await lineChart({ title: 'Many', labels: ['now'], series });

  expect(alt.length).toBeLessThanOrEqual(1_024);
  expect(alt).toMatch(/ and \d+ more\.$/);
});

test('draws charts without any values', async () => {
  await expect(barChart({ title: 'Nothing', categories: [], series: [] })).resolves.toMatchObject({
    alt: 'Nothing. Bar chart:',
  });
  await expect(
    lineChart({ title: 'Nothing', labels: [], series: [{ name: 'x', values: [] }] }),
  ).resolves.toBeDefined();
});

test.each([
  ['too few values', [1], '"x" has 1 values for 2 labels.'],
  ['not a number', [1, Number.NaN], '"x" holds NaN; finite numbers are accepted.'],
  ['infinite', [1, Number.POSITIVE_INFINITY], '"x" holds Infinity; finite numbers are accepted.'],
])('refuses %s', async (_, values, message) => {
  const chart = barChart({ title: 'x', categories: ['a', 'b'], series: [{ name: 'x', values }] });

  await expect(chart).rejects.toThrow(message);
});

test('refuses a heat map with a row too few', async () => {
  await expect(heatMap({ title: 'x', columns: ['a'], rows: ['b', 'c'], values: [[1]] })).rejects.toThrow(
    '"x" has 1 lists of values for 2 rows.',
  );
});

test('draws many at once, while the thread that asked stays free', async () => {
  await barChart({ title: 'Warm', categories: CATEGORIES, series: SERIES });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();

  const charts = await Promise.all(
    Array.from({ length: 8 }, () => barChart({ title: 'Messages', categories: CATEGORIES, series: SERIES })),
  );

  delay.disable();
  expect(new Set(charts.map(({ png }) => png.toString('base64'))).size).toBe(1);
  // Drawn in this thread, they would hold it for the whole time.
  expect(delay.percentile(50) / 1e6).toBeLessThan(50);
});

function columns(values: number[]) {
  return columnChart({
    title: 'Messages',
    labels: ['Mon', 'Tue', 'Wed'],
    series: [{ name: 'Messages', values }],
  });
}

test('draws columns, the higher the more, and tells of them in words', async () => {
  const [low, high] = await Promise.all([columns([1, 1_000, 1]), columns([1_000, 1_000, 1_000])]);

  expect(inked(decodePng(high.png))).toBeGreaterThan(inked(decodePng(low.png)) * 1.5);
  expect(low.alt).toBe(
    'Messages. Column chart: Messages from Mon (1) to Wed (1), 1002 in total, at most 1000.',
  );
  await expect(columns([1, Number.NaN, 1])).rejects.toThrow(RangeError);
});

test.each([
  ['columns', columnChart],
  ['a line', lineChart],
])('marks moments behind %s, and names them', async (_, draw) => {
  const chart = {
    title: 'Growth',
    labels: ['Mon', 'Tue (away)', 'Wed'],
    series: [{ name: 'Joined', values: [1, 0, 2] }],
  };
  const [plain, marked] = await Promise.all([draw(chart), draw({ ...chart, marked: new Set([1]) })]);

  expect(inked(decodePng(marked.png))).toBeGreaterThan(inked(decodePng(plain.png)) + 50_000);
  expect(marked.alt).toMatch(/at most 2, marked: Tue \(away\)\.$/);
  expect(plain.alt).not.toContain('marked');
});

test('keeps a long title within the picture', async () => {
  const { png } = await lineChart({
    title: 'W'.repeat(100),
    labels: ['1', '2'],
    series: [{ name: 'x', values: [0, 0] }],
  });

  const picture = decodePng(png);
  for (let y = 0; y < 100; y += 1) expect(picture.colourAt(picture.width - 20, y)).toBe('#2b2d31');
});
