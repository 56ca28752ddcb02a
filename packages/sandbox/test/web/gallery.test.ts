import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { furnish } from './gallery-bot.ts';
import { BOT_AWAY, STATES } from './gallery-states.ts';
import type { PageState } from './gallery-states.ts';
import { PageTest } from './page-test.ts';

/** Where pictures of all states in all looks are put; without it, one look is held to the rules. */
const FOLDER = process.env['PAGE_SCREENSHOTS'];
const TIMEOUT_MS = 60_000;
const WIDTHS = {
  wide: { width: 1_280, height: 800 },
  narrow: { width: 390, height: 844 },
} as const;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Contrasts are weakest in the light, and room is least in the narrow window. */
const LOOKS = [
  { width: 'narrow', theme: 'light' },
  { width: 'wide', theme: 'light' },
  { width: 'narrow', theme: 'dark' },
  { width: 'wide', theme: 'dark' },
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
      .locator('html, .scroller, .modal, .side-right, .suggestion-panel')
      .evaluateAll((elements) =>
        elements
          .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)
          .map(
            ({ className, clientWidth, scrollWidth }) => `${className}: ${scrollWidth} in ${clientWidth} px`,
          ),
      );
    return [...broken, ...tooWide];
  }

  /** Opens the page in a state, takes a picture of it, and says what is wrong with it. */
  async function look(
    { name, as = 'olivia', channel = 'general', show }: PageState,
    width: keyof typeof WIDTHS,
    theme: 'dark' | 'light',
  ): Promise<string[]> {
    const { page } = it;
    await page.setViewportSize(WIDTHS[width]);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await it.visit({ as, channel });
    await show?.(it, width === 'narrow');
    if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, `${name} ${width} ${theme}.png`) });
    return [...(await faults()), ...it.errors.map(({ message }) => message)];
  }

  describe.each(LOOKS.slice(0, FOLDER === undefined ? 1 : undefined))(
    'in a $width, $theme window',
    ({ width, theme }) => {
      test.each(STATES)('$name', { timeout: TIMEOUT_MS }, async (state) => {
        expect(await look(state, width, theme)).toEqual([]);
      });
    },
  );

  test.each(LOOKS)('without the bot, $width, $theme', { timeout: TIMEOUT_MS }, async ({ width, theme }) => {
    expect(await look(BOT_AWAY, width, theme)).toEqual([]);
  });
});
