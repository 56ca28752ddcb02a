import type { FiguresPage } from './figures-page.ts';
import { isMet, type Section } from './section.ts';

/** What can be measured, by the name that people ask for it by, in the order in which all of it is. */
export type Measurements = Readonly<Record<string, () => Promise<Section>>>;

/**
 * Measures what was asked for, or everything, and keeps each section in the page as soon as it is there.
 * @returns whether every limit is met
 * @throws {RangeError} naming what there is, when something else was asked for
 */
export async function keepSections(
  page: FiguresPage,
  measurements: Measurements,
  asked: readonly string[],
): Promise<boolean> {
  const unknown = asked.filter((name) => !Object.hasOwn(measurements, name));
  if (unknown.length > 0)
    throw new RangeError(
      `There is no ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}.`,
    );
  let areMet = true;
  for (const [name, measure] of Object.entries(measurements)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const section = await measure();
    await page.keep(section);
    areMet &&= section.limits.every(isMet);
  }
  return areMet;
}
