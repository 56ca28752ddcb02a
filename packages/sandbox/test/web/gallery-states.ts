import type { PageTest } from './page-test.ts';

/** A state of the page, and how it comes about. */
export interface PageState {
  /** Names the pictures of it. */
  readonly name: string;
  /** Who looks; the owner where it says nothing. */
  readonly as?: string;
  /** Where; `general` where it says nothing. */
  readonly channel?: string;
  /** What happens after the page was opened. */
  readonly show?: (it: PageTest, isNarrow: boolean) => Promise<unknown>;
}

/** Every state that somebody who tries a bot comes across. */
export const STATES: readonly PageState[] = [
  { name: 'talk', channel: 'talk', show: (it) => it.message('Case #12').waitFor() },
  { name: 'empty channel', channel: 'empty' },
  { name: 'polls', channel: 'polls', show: (it) => it.message('Which do you take?').waitFor() },
  { name: 'layouts', channel: 'layouts', show: (it) => it.message('A section').waitFor() },
  { name: 'long list', channel: 'lists', show: (it) => it.message('Cases of this server').waitFor() },
  { name: 'controls', channel: 'controls', show: (it) => it.message('Choose').waitFor() },
  {
    name: 'select open',
    channel: 'controls',
    async show({ page }) {
      await page.getByRole('button', { name: 'Choose drinks' }).click();
      await page.getByRole('option', { name: /Tea/ }).click();
    },
  },
  {
    name: 'role select open',
    channel: 'controls',
    show: ({ page }) => page.getByRole('button', { name: 'Choose a role' }).click(),
  },
  {
    name: 'failed interaction',
    channel: 'controls',
    async show({ page }) {
      await page.getByRole('button', { name: 'Success' }).click();
      await page.getByRole('alert').filter({ hasText: 'failed' }).waitFor();
    },
  },
  {
    name: 'message actions',
    channel: 'talk',
    async show(it) {
      await it.message('I agree').hover();
      await it.message('I agree').getByRole('button', { name: 'Add reaction' }).click();
    },
  },
  {
    name: 'message menu',
    channel: 'talk',
    show: (it) => it.message('I agree').click({ button: 'right' }),
  },
  {
    name: 'editing and replying',
    as: 'bob',
    channel: 'talk',
    async show(it) {
      await it.message('I agree').hover();
      await it.message('I agree').getByRole('button', { name: 'Reply' }).click();
      await it.message('I agree').hover();
      await it.message('I agree').getByRole('button', { name: 'Edit' }).click();
    },
  },
  {
    name: 'typing and unread',
    channel: 'empty',
    async show(it) {
      const { bot, page } = it;
      for (const name of ['alice', 'bob']) await bot.as(name, 'empty').type();
      await page.getByText('are typing').waitFor();
      await bot.as('bob', 'art').send('Look at this');
      await drawer(it, 'Servers and channels');
    },
  },
  {
    name: 'new messages',
    channel: 'art',
    async show(it, isNarrow) {
      const { bot, page } = it;
      await openChannel(it, 'talk', isNarrow);
      await bot.as('bob', 'art').send('A first picture');
      await openChannel(it, 'art', isNarrow);
      await page.getByRole('separator', { name: /New messages/ }).waitFor();
    },
  },
  {
    name: 'command picker',
    async show(it) {
      await it.composer.fill('/');
      await it.page.getByRole('option', { name: /^\/travel/ }).waitFor();
    },
  },
  {
    name: 'no such command',
    show: (it) => it.composer.fill('/zzz'),
  },
  {
    name: 'options with autocomplete',
    async show(it) {
      await openCommand(it, 'travel');
      await it.page.getByRole('option', { name: 'Bern' }).waitFor();
    },
  },
  {
    name: 'option missing',
    async show(it) {
      await openCommand(it, 'travel');
      await it.page.getByRole('combobox', { name: /^days/ }).fill('99');
      await it.page.keyboard.press('Enter');
      await it.page.getByRole('alert').filter({ hasText: 'required' }).waitFor();
    },
  },
  {
    name: 'user picker',
    async show(it) {
      await openCommand(it, 'pick');
      await it.page.getByRole('option', { name: /Alice/ }).waitFor();
    },
  },
  {
    name: 'role picker',
    async show(it) {
      await openCommand(it, 'pick');
      await it.page.getByRole('combobox', { name: /^role/ }).focus();
      await it.page.getByRole('option', { name: /Moderator/ }).waitFor();
    },
  },
  {
    name: 'channel picker',
    async show(it) {
      await openCommand(it, 'pick');
      await it.page.getByRole('button', { name: '+ channel' }).click();
      await it.page.getByRole('option', { name: /art/ }).waitFor();
    },
  },
  {
    name: 'file option',
    show: (it) => openCommand(it, 'upload'),
  },
  {
    name: 'ephemeral and thinking',
    async show(it) {
      await it.command('secret');
      await it.message('Just for you').waitFor();
      await it.command('think');
      await it.message('is thinking').waitFor();
    },
  },
  {
    name: 'no answer',
    async show(it) {
      await it.command('silent');
      await it.page.getByRole('alert').filter({ hasText: 'did not respond' }).waitFor();
    },
  },
  {
    name: 'modal with text',
    async show(it) {
      await it.command('feedback');
      await it.page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
      await it.page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'modal with every field',
    async show(it) {
      await it.command('survey');
      await it.page.getByRole('dialog').getByRole('radio', { name: 'Large' }).check();
    },
  },
  { name: 'forum', channel: 'forum', show: ({ page }) => page.getByText('How do I appeal').last().waitFor() },
  {
    name: 'empty forum',
    as: 'bob',
    channel: 'questions',
    async show({ page }) {
      await page.getByText('There are no posts yet').waitFor();
    },
  },
  {
    name: 'post',
    channel: 'forum',
    async show({ page }) {
      await page.locator('.post').filter({ hasText: 'appeal' }).click();
      await page.getByText('Write to a moderator.').waitFor();
    },
  },
  { name: 'age gate', channel: 'mature' },
  { name: 'channels and voice', show: (it) => drawer(it, 'Servers and channels') },
  {
    name: 'who you are',
    async show(it, isNarrow) {
      if (isNarrow) await drawer(it, 'Servers and channels');
      await it.page.getByRole('button', { name: /Switch/ }).click();
      await it.page.getByRole('textbox', { name: 'Name of a new member' }).fill('zoe');
    },
  },
  {
    name: 'member menu',
    async show(it, isNarrow) {
      if (isNarrow) await it.page.getByRole('button', { name: 'Members' }).click();
      await member(it, 'Mallory').click({ button: 'right' });
    },
  },
  {
    name: 'time out',
    async show(it, isNarrow) {
      // The state "refusal" of the look before times them out.
      await it.bot.as('olivia').moderation.timeout(it.bot.userId('mallory'), null);
      if (isNarrow) await it.page.getByRole('button', { name: 'Members' }).click();
      await member(it, 'Mallory').click({ button: 'right' });
      await it.page.getByRole('menuitem', { name: /Time out/ }).click();
      await it.page.getByRole('textbox', { name: 'Reason' }).fill('Spam in general');
    },
  },
  {
    name: 'roles',
    async show(it, isNarrow) {
      if (isNarrow) await it.page.getByRole('button', { name: 'Members' }).click();
      await member(it, 'Mallory').click({ button: 'right' });
      await it.page.getByRole('menuitem', { name: 'Roles…' }).click();
    },
  },
  {
    name: 'focus ring',
    async show({ page }) {
      await page.getByRole('button', { name: 'Inspector' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
    },
  },
  {
    name: 'inspector with faults',
    async show({ page, bot }) {
      await page.getByRole('button', { name: 'Inspector' }).click();
      await page.getByRole('button', { name: 'Next: 500' }).click();
      await bot.client.rest.get('/users/@me');
      await page
        .getByText(/GET \/users\/@me/)
        .first()
        .waitFor();
    },
  },
  { name: 'may not write', as: 'mallory', channel: 'rules' },
  {
    name: 'direct messages',
    show: async (it, isNarrow) => {
      if (isNarrow) await drawer(it, 'Servers and channels');
      await it.page.getByRole('button', { name: 'Direct messages with the bot' }).click();
      await it.page.getByText('beginning of your direct messages').waitFor();
    },
  },
  {
    name: 'refusal',
    as: 'mallory',
    channel: 'talk',
    async show({ bot, page }) {
      await bot.as('olivia').moderation.timeout(bot.userId('mallory'), 60_000);
      await page.getByText('You are timed out').waitFor();
    },
  },
];

/** Comes last: the bot does not come back. */
export const BOT_AWAY = {
  name: 'bot away',
  channel: 'talk',
  async show({ bot, page }: PageTest) {
    await bot.client.destroy();
    await page.getByText('The bot is not connected').waitFor();
  },
} satisfies PageState;

function member(it: PageTest, name: string) {
  return it.page.getByRole('complementary', { name: 'Members' }).getByText(name);
}

/** Opens what slides in on a narrow screen; a wide one shows it anyway. */
async function drawer({ page }: PageTest, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (await button.isVisible()) await button.click();
}

async function openChannel(it: PageTest, name: string, isNarrow: boolean): Promise<void> {
  if (isNarrow) await drawer(it, 'Servers and channels');
  await it.page.locator('.channel-link').filter({ hasText: name }).first().click();
  await it.page.getByRole('heading', { level: 1, name }).waitFor();
}

async function openCommand(it: PageTest, name: string): Promise<void> {
  await it.composer.fill(`/${name}`);
  await it.page.getByRole('option', { name: new RegExp(`^/${name}`) }).waitFor();
  await it.composer.press('Enter');
  await it.page.getByRole('group', { name: `Command /${name}` }).waitFor();
}
