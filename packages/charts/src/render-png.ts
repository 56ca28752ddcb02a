import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, VisualMapComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing } from './drawing.ts';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  VisualMapComponent,
  SVGRenderer,
]);

// Without a canvas, echarts takes letters for narrower than DejaVu's are, and names run over the edge.
setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font ?? '') }) });

/** Sharp on screens of high density. */
const SCALE = 2;

/** A bare machine may have no fonts at all. */
const FONT_FILES = [
  import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
].map((url) => fileURLToPath(url));

/** Scripts that those fonts lack. Looking for fonts of the machine is slow, so it is done for these alone. */
const OTHER_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Extended_Pictographic}]/u;

/** Draws a chart: about 100 ms, so only ever in a worker thread. */
export function renderPng(drawing: Drawing): Uint8Array {
  const svg = renderSvg(drawing);
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      fontFiles: FONT_FILES,
      loadSystemFonts: OTHER_SCRIPTS.test(svg),
      defaultFontFamily: 'DejaVu Sans',
    },
  });
  return image.render().asPng();
}

function renderSvg({ option, width, height }: Drawing): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    // An instance that is not disposed of keeps its thread alive for ever.
    chart.dispose();
  }
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}MWmw@%]/u;

/** About how wide a text is in DejaVu Sans, in pixels. */
function textWidth(text: string, font: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  const [narrow, wide] = /bold/.test(font) ? [0.7, 1.1] : [0.63, 1];
  return Array.from(text).reduce((width, letter) => width + (WIDE.test(letter) ? wide : narrow) * size, 0);
}
