import { expect, test } from 'vitest';
import { PALETTES } from '../src/theme.ts';

/** What the palest colours of Okabe and Ito have on white. */
const LEAST_CONTRAST = 2.2;

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Object.entries(PALETTES))(
  'twelve series have a colour of their own in the %s theme',
  (_, { series }) => {
    expect(series.length).toBeGreaterThanOrEqual(12);
    expect(new Set(series).size).toBe(series.length);
  },
);

test.each(Object.entries(PALETTES))(
  'every series stands out from the background of the %s theme',
  (_, palette) => {
    const faint = palette.series.filter((colour) => contrast(colour, palette.background) < LEAST_CONTRAST);

    expect(faint).toEqual([]);
  },
);
