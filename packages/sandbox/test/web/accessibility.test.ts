import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { PageTest } from './page-test.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG; what axe holds for good practice besides is left to taste. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe.skipIf(chromiumPath === undefined)('the page for everybody', () => {
  let it: PageTest;
  beforeAll(async () => {
    it = await PageTest.start();
    await it.page.evaluate(axe);
  });
  afterAll(() => it[Symbol.asyncDispose]());

  /** Roles, names and contrasts, as axe sees them; each violation with the elements it is about. */
  async function violations(): Promise<string[]> {
    // -- axe.run answers with its results
    const results = (await it.page.evaluate(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`)) as AxeResults;
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  test('the chat with buttons and menus breaks no rule', async () => {
    await it.command('panel');
    await it.message('A panel').waitFor();
    expect(await violations()).toEqual([]);
  });

  test('headings skip no level', async () => {
    const levels = await it.page
      .getByRole('heading')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels).toContain(1);
    const skipping = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(skipping).toEqual([]);
  });

  test('the command picker breaks no rule', async () => {
    await it.composer.fill('/');
    await it.page.getByRole('option', { name: /^\/travel/ }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test('a command being filled in breaks no rule', async () => {
    await it.composer.fill('/travel');
    await it.composer.press('Enter');
    await it.page.getByRole('option', { name: 'Bern' }).waitFor();
    expect(await violations()).toEqual([]);
    await it.page.getByRole('button', { name: 'Cancel the command' }).click();
  });

  test('a modal breaks no rule', async () => {
    await it.command('feedback');
    await it.page.getByRole('dialog', { name: 'Your feedback' }).waitFor();
    expect(await violations()).toEqual([]);
    await it.page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('the inspector breaks no rule', async () => {
    await it.page.getByRole('button', { name: 'Inspector' }).click();
    await it.page.getByText('Command feedback').first().waitFor();
    expect(await violations()).toEqual([]);
    await it.page.getByRole('button', { name: 'Inspector' }).click();
  });

  test('a person reacts with the keyboard', async () => {
    await it.message('A panel').getByRole('button', { name: 'Add reaction' }).press('Enter');
    await it.page.getByRole('button', { name: 'React with 🎉' }).press('Enter');
    await expect(
      it.message('A panel').getByRole('button', { name: '🎉, 1' }).waitFor(),
    ).resolves.toBeUndefined();
  });

  test('on a phone everything fits, and a command is sent by touch', async () => {
    await it.page.setViewportSize({ width: 390, height: 760 });
    const width = await it.page.locator('html').evaluate((html) => html.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await it.composer.fill('/sec');
    await it.page.getByRole('option', { name: /^\/secret/ }).click();
    await it.page.getByRole('button', { name: 'Send', exact: true }).click();
    await it.message('Just for you').waitFor();
    expect(it.errors).toEqual([]);
  });
});
