import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { PageTest } from './page-test.ts';

describe.skipIf(chromiumPath === undefined)('the inspector of the page', () => {
  let it: PageTest;
  beforeAll(async () => {
    it = await PageTest.start();
    await it.page.getByRole('button', { name: 'Inspector' }).click();
  });
  afterAll(() => it[Symbol.asyncDispose]());

  const entry = (text: string | RegExp) =>
    it.page
      .getByRole('list', { name: /What passed/ })
      .getByRole('listitem')
      .filter({ hasText: text })
      .first();

  test('lists what the bot registered', async () => {
    await it.page.getByText(/^Registered commands/).click();
    await expect(
      it.page.getByText('Answers so that only you see it', { exact: true }).waitFor(),
    ).resolves.toBeUndefined();
    await it.page.getByText(/^Registered commands/).click();
  });

  test('lists by plugin what the bot registered, once it has told', async () => {
    const { page, bot } = it;
    bot.sandbox.describeCommands([
      {
        title: 'Citations',
        commands: [
          { name: 'Quote', type: 3 },
          { name: 'secret', type: 1 },
        ],
      },
    ]);
    await page.getByText(/^Registered commands/).click();
    const lines = page.getByRole('region', { name: 'Citations' }).getByRole('listitem');
    await lines.first().waitFor();
    expect(await lines.allInnerTexts()).toEqual([
      '/secret Answers so that only you see it Everywhere',
      'Quote on messages Everywhere',
    ]);
    const others = page.getByRole('region', { name: 'Everywhere' });
    expect(await others.getByText('/silent').count()).toBe(1);
    expect(await others.getByText('/secret').count()).toBe(0);
    await page.getByText(/^Registered commands/).click();
  });

  test('shows the time that the bot took of the time it has', async () => {
    await it.command('secret');
    await entry('Command secret').waitFor();
    const meter = entry('Command secret').getByRole('meter');
    await expect
      .poll(() => meter.getAttribute('aria-valuetext'))
      .toMatch(/acknowledged after \d+ ms of 1000 ms/);
  });

  test('shows why a request was refused', async () => {
    const channel = await it.bot.client.channels.fetch(it.bot.channelId());
    if (!channel?.isSendable()) throw new Error('The scene lacks a text channel');
    await expect(channel.send({ embeds: [{ title: 'x'.repeat(300) }] })).rejects.toThrow(/title/);
    const refused = entry(/POST \/channels\/\d+\/messages\s*400/);
    await refused.waitFor();
    await refused.getByText(/POST/).click();
    await refused.getByText(/"verdict": "refused"/).waitFor();
    await refused.getByText(/BASE_TYPE_MAX_LENGTH/).waitFor();
  });

  test('filters by text and by kind', async () => {
    const rows = it.page.getByRole('list', { name: /What passed/ }).getByRole('listitem');
    await it.page.getByRole('searchbox', { name: 'Filter' }).fill('secret');
    await expect.poll(() => rows.count()).toBe(1);
    await it.page.getByRole('button', { name: 'Interactions' }).click();
    await expect.poll(() => rows.count()).toBe(0);
    await it.page.getByRole('button', { name: 'Interactions' }).click();
    await it.page.getByRole('searchbox', { name: 'Filter' }).fill('');
  });

  test('a fault that is chosen meets the next request', async () => {
    await it.page.getByRole('button', { name: 'Next: 500' }).click();
    await it.bot.client.rest.get('/users/@me');
    await entry(/GET \/users\/@me\s*500/).waitFor();
    await expect(entry(/GET \/users\/@me\s*200/).waitFor()).resolves.toBeUndefined();
  });

  test('dropping the gateway makes the bot come back', async () => {
    const resumed = it.bot.next('shardResume');
    await it.page.getByRole('button', { name: 'Drop gateway' }).click();
    await resumed;
    expect(it.bot.sandbox.sessionCount).toBe(1);
  });

  test('nothing was thrown', () => {
    it.bot.rethrow();
    expect(it.errors).toEqual([]);
  });
});
