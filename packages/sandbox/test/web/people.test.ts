import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIVE_VERSION } from '../../src/web/live-version.ts';
import { LivePage } from '../web-server/live-page.ts';
import { chromiumPath } from './browser.ts';
import { PageTest } from './page-test.ts';

const POLL = {
  question: { text: 'Drink?' },
  answers: [
    { poll_media: { text: 'Tea' } },
    { poll_media: { text: 'Coffee', emoji: { id: null, name: '☕' } } },
  ],
};

describe.skipIf(chromiumPath === undefined)('people in the page', () => {
  let it: PageTest;
  beforeAll(async () => void (it = await PageTest.start()));
  afterAll(() => it[Symbol.asyncDispose]());

  test('a person votes, sees the result, and takes the vote back', async () => {
    await it.bot.as('alice').send('', { poll: POLL });
    const poll = it.page.getByRole('form', { name: 'Poll: Drink?' });
    expect(await poll.getByRole('button', { name: 'Vote', exact: true }).isDisabled()).toBe(true);
    await poll.getByRole('radio', { name: /Coffee/ }).check();
    await poll.getByRole('button', { name: 'Vote', exact: true }).click();
    await poll.getByText('100%').waitFor();
    const [message] = it.bot.sandbox.messages(it.bot.channelId());
    expect(message?.poll?.results?.answer_counts).toMatchObject([{ id: 2, count: 1 }]);
    await poll.getByRole('button', { name: 'Remove vote' }).click();
    await poll.getByRole('radio', { name: /Tea/ }).waitFor();
    expect(await poll.getByText('0 votes').count()).toBe(1);
  });

  test('only the author ends a poll, and its result is told', async () => {
    const { page } = it;
    const poll = page.getByRole('form', { name: 'Poll: Drink?' });
    await poll.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'End poll now' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await it.playAs('Alice');
    await poll.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'End poll now' }).click();
    await it.message('Nobody voted').waitFor();
    expect(await poll.getByText('Poll closed').count()).toBe(1);
    await it.playAs('Olivia');
  });

  test('a member is timed out by hand, with a reason that stands in the audit log', async () => {
    const { page, bot } = it;
    const member = page.getByRole('complementary', { name: 'Members' }).getByText('Mallory');
    await member.click();
    await page.getByRole('menuitem', { name: /Time out/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Time out Mallory' });
    await dialog.getByRole('radio', { name: '1 hour' }).check();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Spam');
    await dialog.getByRole('button', { name: 'Time out' }).click();
    await page.getByRole('img', { name: 'Timed out' }).waitFor();
    expect(bot.guild.auditLog.map(({ reason }) => reason)).toContain('Spam');
    await member.click();
    await page.getByRole('menuitem', { name: /End timeout/ }).click();
    await page.getByRole('img', { name: 'Timed out' }).waitFor({ state: 'detached' });
  });

  test('a role is given and taken away', async () => {
    const { page, bot } = it;
    await page.getByRole('complementary', { name: 'Members' }).getByText('Bob').click();
    await page.getByRole('menuitem', { name: 'Roles…' }).click();
    const role = page
      .getByRole('dialog', { name: 'Roles of Bob' })
      .getByRole('checkbox', { name: 'Moderator' });
    const rolesOfBob = () => bot.guild.member(bot.userId('bob'))?.roleIds.length;
    await role.click();
    await expect.poll(rolesOfBob).toBe(1);
    await expect.poll(() => role.isChecked()).toBe(true);
    await role.click();
    await expect.poll(rolesOfBob).toBe(0);
    await page.getByRole('button', { name: 'Done' }).click();
  });

  test('who writes is named to others, and a channel with news stands out', async () => {
    const { page, bot } = it;
    using other = await LivePage.open(bot.sandbox.url);
    other.look({ as: bot.userId('alice'), channel: bot.channelId() });
    await it.composer.pressSequentially('Hello');
    const { userIds } = await other.next('typing');
    expect(userIds).toEqual([bot.userId('olivia')]);
    await it.composer.fill('');
    await bot.as('bob').type();
    await page.getByText('Bob is typing…').waitFor();
    await bot.as('bob', 'art').send('Look');
    await page.getByRole('button', { name: /art.*unread/ }).click();
    await page.getByRole('heading', { level: 1, name: 'art' }).waitFor();
    await expect(page.getByRole('separator', { name: /New messages/ }).waitFor()).resolves.toBeUndefined();
  });

  test('an age-restricted channel is shown once the person says that they are of age', async () => {
    const { page } = it;
    await page.getByRole('button', { name: /mature/ }).click();
    await page.getByRole('heading', { name: 'Age-restricted channel' }).waitFor();
    expect(await it.composer.count()).toBe(0);
    await page.getByRole('button', { name: 'I am over 18' }).click();
    await it.composer.waitFor();
    expect(await page.getByText('beginning of #mature').count()).toBe(1);
  });

  test('a page that meets a newer sandbox says so, and loads anew', async () => {
    const { page } = it;
    await page.routeWebSocket(/control\/live/, (socket) =>
      socket.send(JSON.stringify({ type: 'hello', version: LIVE_VERSION + 1 })),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'A newer version is running' }).waitFor();
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    expect(it.errors).toEqual([]);
  });
});
