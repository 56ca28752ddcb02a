import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { PageTest } from './page-test.ts';

describe.skipIf(chromiumPath === undefined)('commands in the page', () => {
  let it: PageTest;
  beforeAll(async () => void (it = await PageTest.start()));
  afterAll(() => it[Symbol.asyncDispose]());

  test('a slash offers the commands that the person may see, and no others', async () => {
    await it.playAs('Alice');
    await it.composer.fill('/');
    await it.page.getByRole('option', { name: /^\/purge/ }).waitFor();
    await it.playAs('Bob');
    await it.composer.fill('/');
    const options = it.page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await it.page.getByRole('option', { name: /^\/travel/ }).waitFor();
    const lines = await options.allInnerTexts();
    expect(lines.map((line) => line.split(/\s/)[0])).toEqual([
      '/feedback',
      '/panel',
      '/secret',
      '/silent',
      '/survey',
      '/travel',
      '/upload',
    ]);
    await it.composer.fill('');
  });

  test('a command with autocomplete is filled in and sent by keyboard alone', async () => {
    const { page } = it;
    await it.composer.focus();
    await page.keyboard.type('/tra');
    await page.getByRole('option', { name: /^\/travel/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: /^city/ }).waitFor();
    await page.keyboard.type('ber');
    await page.getByRole('option', { name: 'Bern' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await it.message('To Bern for 3 days').waitFor();
    await expect
      .poll(() => it.composer.evaluate((field) => field === field.ownerDocument.activeElement))
      .toBe(true);
  });

  test('what is wrong with an option is said before anything is sent', async () => {
    const { page, bot } = it;
    await it.composer.fill('/travel');
    await it.composer.press('Enter');
    const sent = bot.sandbox.dispatched.get('INTERACTION_CREATE') ?? 0;
    await page.getByRole('combobox', { name: /^days/ }).fill('99');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'This option is required.' }).waitFor();
    await page.getByRole('combobox', { name: /^days/ }).focus();
    await page.getByRole('alert').filter({ hasText: 'At most 30.' }).waitFor();
    await page.keyboard.press('Escape');
    await it.composer.waitFor();
    // The empty city may have asked for suggestions; no command was sent.
    expect(bot.sandbox.messages(bot.channelId()).filter(({ content }) => content.includes('99'))).toEqual([]);
    expect(bot.sandbox.dispatched.get('INTERACTION_CREATE') ?? 0).toBeLessThanOrEqual(sent + 1);
  });

  test('an optional user is picked from the list', async () => {
    const { page } = it;
    await it.composer.fill('/travel');
    await it.composer.press('Enter');
    await page.getByRole('button', { name: '+ with' }).click();
    await page.keyboard.type('mal');
    await page.getByRole('option', { name: /Mallory/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('combobox', { name: 'with' }).inputValue()).toBe('Mallory');
    await page.getByRole('button', { name: 'Cancel the command' }).click();
    await it.composer.waitFor();
  });

  test('a file is attached to a command', async () => {
    const { page } = it;
    await it.composer.fill('/upload');
    await it.composer.press('Enter');
    const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('twelve bytes') };
    await page.getByLabel(/^file/).setInputFiles(file);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(it.message('Got notes.txt of 12 bytes').waitFor()).resolves.toBeUndefined();
  });

  test('an ephemeral reply is seen by the one who asked, and by nobody else', async () => {
    await it.command('secret');
    await it.message('Just for you').waitFor();
    await it.playAs('Alice');
    await it.message('To Bern for 3 days').waitFor();
    expect(await it.message('Just for you').count()).toBe(0);
  });

  test('a bot that does not answer is named', async () => {
    await it.command('silent');
    await expect(
      it.page.getByRole('alert').filter({ hasText: 'The application did not respond' }).waitFor(),
    ).resolves.toBeUndefined();
    await it.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  });

  test('commands stand under the plugins that the bot told of, the rest under where they come from', async () => {
    const { page, bot } = it;
    const picker = page.getByRole('listbox', { name: 'Commands' });
    const headings = () =>
      picker.getByRole('group').evaluateAll((groups) => groups.map((group) => group.ariaLabel));
    await it.composer.fill('/');
    await picker.waitFor();
    expect(await headings()).toEqual(['Twi · everywhere']);

    bot.sandbox.describeCommands([
      { title: 'Travels', commands: [{ name: 'travel', type: 1 }] },
      { title: 'Absent', commands: [{ name: 'not-registered', type: 1 }] },
      {
        title: 'Forms',
        commands: [
          { name: 'survey', type: 1 },
          { name: 'feedback', type: 1 },
        ],
      },
    ]);

    await expect.poll(headings).toEqual(['Travels', 'Forms', 'Twi · everywhere']);
    const lines = await picker.getByRole('group', { name: 'Forms' }).getByRole('option').allInnerTexts();
    expect(lines.map((line) => line.split(/\s/)[0])).toEqual(['/feedback', '/survey']);
    expect(await picker.getByRole('option', { selected: true }).innerText()).toMatch(/^\/travel/);
    await it.composer.fill('');
  });

  test('nothing was thrown, and no other host was asked for anything', () => {
    it.bot.rethrow();
    expect(it.errors).toEqual([]);
    expect([...it.hosts]).toEqual([new URL(it.bot.sandbox.url).host]);
  });
});
