import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { PageTest } from './page-test.ts';

describe.skipIf(chromiumPath === undefined)('components in the page', () => {
  let it: PageTest;
  beforeAll(async () => void (it = await PageTest.start()));
  afterAll(() => it[Symbol.asyncDispose]());

  test('a message is sent and seen', async () => {
    await it.playAs('Bob');
    await it.composer.fill('hello there');
    await it.composer.press('Enter');
    await it.message('hello there').waitFor();
    const [message] = it.bot.sandbox.messages(it.bot.channelId());
    expect(message).toMatchObject({ content: 'hello there', author: { username: 'bob' } });
  });

  test('a choice in a select menu reaches the bot', async () => {
    const { page } = it;
    await it.command('panel');
    await it.message('A panel').waitFor();
    await page.getByRole('button', { name: 'Choose a colour' }).press('Enter');
    await page.getByRole('option', { name: 'Green' }).waitFor();
    await page.keyboard.type('gre');
    await page.keyboard.press('Enter');
    await expect(it.message('Chose green').waitFor()).resolves.toBeUndefined();
  });

  test('several users are chosen from one menu', async () => {
    const { page, bot } = it;
    await page.getByRole('button', { name: 'Choose people' }).click();
    await page.getByRole('option', { name: /Alice/ }).click();
    await page.getByRole('option', { name: /Mallory/ }).click();
    await page.keyboard.press('Escape');
    await expect(
      it.message(`Chose ${bot.userId('alice')}, ${bot.userId('mallory')}`).waitFor(),
    ).resolves.toBeUndefined();
  });

  test('a disabled button cannot be clicked, another one changes its message', async () => {
    expect(await it.page.getByRole('button', { name: 'Not now' }).isDisabled()).toBe(true);
    await it.page.getByRole('button', { name: 'Go', exact: true }).click();
    await it.message('Clicked').waitFor();
    expect(await it.page.getByRole('button', { name: 'Not now' }).count()).toBe(0);
  });

  test('a modal says what is missing, and is sent when it is filled in', async () => {
    await it.command('feedback');
    const dialog = it.page.getByRole('dialog', { name: 'Your feedback' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'required' }).waitFor();
    await dialog.getByRole('textbox', { name: /What do you think/ }).fill('Very good');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await it.message('Thanks: Very good').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test('a modal takes choices, ticks, people and files', async () => {
    await it.command('survey');
    const dialog = it.page.getByRole('dialog', { name: 'A survey' });
    const file = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan') };
    await dialog.getByLabel('Files').setInputFiles(file);
    await dialog.getByRole('radio', { name: 'Large' }).check();
    await dialog.getByRole('checkbox', { name: 'Nuts' }).check();
    await dialog.getByRole('checkbox', { name: 'Cream' }).check();
    await dialog.getByRole('checkbox', { name: 'I agree' }).check();
    await dialog.getByRole('button', { name: 'Friend' }).press('Enter');
    await dialog.getByRole('option', { name: /Mallory/ }).click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await expect(it.message('large, nuts+cream, true, mallory, plan.txt').waitFor()).resolves.toBeUndefined();
  });

  test('commands stand in the menu of a message and of a member', async () => {
    const { page } = it;
    await it.message('hello there').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Quote/ }).click();
    await it.message('Quoted: hello there').waitFor();
    await page
      .getByRole('complementary', { name: 'Members' })
      .getByText('Mallory')
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Who is this/ }).click();
    await expect(it.message('That is mallory').waitFor()).resolves.toBeUndefined();
  });

  test('nothing was thrown', () => {
    it.bot.rethrow();
    expect(it.errors).toEqual([]);
  });

  test('the lines of a message stay apart', async () => {
    await it.composer.fill('the first line\nthe second line');
    await it.composer.press('Enter');
    const text = await it.message('the first line').locator('.lines').innerText();
    expect(text).toBe('the first line\nthe second line');
  });
});
