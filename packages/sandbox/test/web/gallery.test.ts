import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { furnish } from './gallery-bot.ts';
import { STATES } from './gallery-states.ts';
import { PageTest } from './page-test.ts';

/** Where pictures of all states in all looks are put; without it, only what differs most is looked at. */
const FOLDER = process.env['PAGE_SCREENSHOTS'];
const TIMEOUT_MS = 60_000;
const WIDTHS = {
  wide: { width: 1_280, height: 800 },
  narrow: { width: 390, height: 844 },
} as const;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const LOOKS = [
  { width: 'wide', themes: FOLDER === undefined ? [] : ['dark', 'light'] },
  { width: 'narrow', themes: FOLDER === undefined ? ['light'] : ['dark', 'light'] },
] as const;

describe.skipIf(chromiumPath === undefined)('every state of the page', () => {
  let it: PageTest;
  beforeAll(async () => {
    it = await PageTest.start();
    await furnish(it.bot);
    if (FOLDER !== undefined) await mkdir(FOLDER, { recursive: true });
  }, TIMEOUT_MS);
  afterAll(() => it[Symbol.asyncDispose]());

  /** What is wrong with what is shown: broken rules of WCAG, and what sticks out at the side. */
  async function faults(): Promise<string[]> {
    await it.page.evaluate(axe);
    // -- axe.run answers with its results
    const { violations } = (await it.page.evaluate(
      `axe.run({ runOnly: ${JSON.stringify(RULES)} })`,
    )) as AxeResults;
    const broken = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    const tooWide = await it.page
      .locator('html, .scroller, .modal, .side, .suggestion-panel')
      .evaluateAll((elements) =>
        elements
          .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)
          .map(
            ({ className, clientWidth, scrollWidth }) => `${className}: ${scrollWidth} in ${clientWidth} px`,
          ),
      );
    return [...broken, ...tooWide];
  }

  describe.each(LOOKS.filter(({ themes }) => themes.length > 0))(
    'in a $width window',
    ({ width, themes }) => {
      test.each(STATES)('$name', { timeout: TIMEOUT_MS }, async ({ name, as, channel, show }) => {
        const { page } = it;
        await page.setViewportSize(WIDTHS[width]);
        await it.visit({ as: as ?? 'olivia', channel: channel ?? 'general' });
        await show?.(it, width === 'narrow');
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          if (FOLDER !== undefined)
            await page.screenshot({ path: join(FOLDER, `${name} ${width} ${theme}.png`) });
          expect(await faults()).toEqual([]);
        }
        expect(it.errors).toEqual([]);
      });
    },
  );
});
