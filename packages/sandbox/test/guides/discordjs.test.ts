import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberActor, Sandbox } from '../../src/index.ts';
import { startSandbox } from '../../src/index.ts';
import { present } from '../test-bot.ts';
import { GuideBot } from './guide-bot.ts';
import { configOf, play } from './scene.ts';

/** What a member sees comes some moments after what caused it. */
const SOON = { timeout: 5_000 };

let sandbox: Sandbox;
let bot: GuideBot;
let alice: MemberActor;
let bob: MemberActor;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  bot = new GuideBot('discordjs', sandbox, configOf(sandbox));
  await bot.run('deploy-commands.js');
  await bot.start('index.js', 'Ready!');
  alice = play(sandbox, 'alice');
  bob = play(sandbox, 'bob');
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Types a command whose answer waits for what people do next. */
async function begin(line: string) {
  const exchange = await bob.slash(line);
  await bot.idle();
  return exchange;
}

const lastTexts = (count: number) =>
  bob
    .messages()
    .slice(-count)
    .map(({ content }) => content);
const thread = (name: string) => sandbox.guilds[0]?.threads.find((one) => one.name === name);
const roleId = () => present(sandbox.guilds[0]?.roles.find(({ name }) => name === 'Moderator')).id;

test('reads options of every type', async () => {
  const { response } = await bob.slash('order', {
    size: 'Large',
    note: 'Hot, please',
    count: 2,
    price: 1.5,
    gift: true,
    customer: alice.userId,
    counter: bob.channelId,
    role: roleId(),
    tell: alice.userId,
    picture: { filename: 'cake.png', bytes: Buffer.from('cake') },
  });

  expect(response?.content.split('\n')).toEqual([
    'size l',
    'note Hot, please',
    'count 2',
    'price 1.5',
    'gift true',
    'customer Alice',
    'counter #general',
    'role Moderator',
    `tell <@${alice.userId}>`,
    'picture cake.png',
  ]);
});

test.each([
  [{}, 'missing-option'],
  [{ size: 'Huge' }, 'invalid-option'],
  [{ size: 'Small', note: 'a'.repeat(21) }, 'invalid-option'],
  [{ size: 'Small', count: 10 }, 'invalid-option'],
])('lets nobody type %j', async (values, reason) => {
  await expect(bob.slash('order', values)).rejects.toMatchObject({ reason });
});

test('has subcommands, in a group too', async () => {
  expect((await bob.slash('info user', { target: alice.userId })).response?.content).toBe(
    'alice joined once.',
  );
  expect((await bob.slash('info server owner')).response?.content).toBe('Olivia owns this server.');
  expect((await bob.slash('info server roles')).response?.content).toMatch(/^server: @everyone, Moderator/);
});

test('collects clicks on its buttons', async () => {
  const { response } = await begin('counter');
  const message = present(response);

  await bob.click(message, 'More');
  expect((await bob.click(message, 'More')).response?.content).toBe('2');
  expect((await alice.click(message, 'More')).response?.content).toBe("These buttons aren't for you!");
  await bob.click(message, 'Stop');

  await expect
    .poll(() => bob.message(message.id), SOON)
    .toMatchObject({
      content: 'Collected 4 interactions.',
      components: [],
    });
});

test('shows a button that leads to a page', async () => {
  const { response } = await begin('counter');

  expect(response?.components?.[0]).toMatchObject({
    type: ComponentType.ActionRow,
    components: [{}, {}, { style: ButtonStyle.Link, url: 'https://discord.js.org' }],
  });
});

test('reads select menus of every kind', async () => {
  const { response } = await begin('select');
  const message = present(response);
  const choose = async (menu: string, ...values: string[]) =>
    (await bob.select(message, menu, values)).response?.content;

  expect(await choose('Make a selection!', 'Charmander', 'squirtle')).toBe(
    'starter: charmander and squirtle',
  );
  expect(await choose('Pick users', alice.userId, bob.userId)).toBe('users: alice and bob');
  expect(await choose('Pick a role', roleId())).toBe('roles: Moderator');
  expect(await choose('Pick a channel', bob.channelId)).toBe('channels: general');
  expect(await choose('Pick anybody', alice.userId, roleId())).toBe('mentionables: alice and Moderator');
});

test('opens a form, and answers it in a listener', async () => {
  const { modal } = await bob.slash('profile');
  expect(modal?.title).toBe('My profile');

  const { response } = await bob.submit(modal, { color: 'blue' });

  expect(response?.content).toBe('You like blue, and in your free time: Reading');
  await expect(bob.submit(modal, { color: 'a colour too long' })).rejects.toMatchObject({
    reason: 'invalid-option',
  });
});

test('awaits a form with labels and a menu', async () => {
  const { modal } = await begin('feedback');

  const exchange = await bob.submit(modal, { rating: ['good'], words: 'Nice' });

  expect(exchange.response?.content).toBe('good: Nice');
});

test('turns pages', async () => {
  const { response } = await begin('pages');
  const message = present(response);
  await expect(bob.click(message, 'Previous')).rejects.toMatchObject({ reason: 'component-disabled' });

  const second = await bob.click(message, 'Next');
  expect(second.response?.embeds[0]?.footer?.text).toBe('Page 2 of 3');
  const third = await bob.click(message, 'Next');

  expect(third.response?.embeds[0]?.title).toBe('Three');
  await expect(bob.click(message, 'Next')).rejects.toMatchObject({ reason: 'component-disabled' });
});

test('is in the menus of members and messages', async () => {
  const about = await bob.contextMenu('User Information', { userId: alice.userId });
  const { id } = await alice.send('Well said');
  const quote = await bob.contextMenu('Quote', { messageId: id });

  expect(about.response?.content).toBe('alice is called Alice here.');
  expect(quote.response?.content).toBe('> Well said\n— alice');
});

test('answers late, again, and in secret', async () => {
  const exchange = await bob.slash('answers');

  await expect.poll(() => exchange.response?.content, SOON).toBe('Pong! Fetched.');
  expect(lastTexts(3)).toEqual(['Pong! Fetched.', 'Secret pong!', 'Pong again, edited!']);
  expect(alice.messages().map(({ content }) => content)).not.toContain('Secret pong!');
});

test('sends embeds with a picture', async () => {
  const { response } = await bob.slash('embed');

  expect(response?.embeds[0]).toMatchObject({
    title: 'Some title',
    author: { name: 'bob' },
    fields: [{ name: 'Regular field title' }, { inline: true }],
  });
  const picture = await fetch(present(response?.embeds[0]?.image?.url));
  expect(await picture.text()).toBe('P1 1 1 0');
  await expect.poll(() => bob.messages().at(-1)?.embeds[0]?.title, SOON).toBe('Another title');
});

test('waits for the right message', async () => {
  await begin('quiz');

  await alice.send('green');
  await alice.send('Blue');

  await expect.poll(() => lastTexts(1), SOON).toEqual([`<@${alice.userId}> got the correct answer!`]);
});

test('waits for reactions', async () => {
  const { response } = await begin('fruits');
  const message = present(response);
  const shown = () => bob.message(message.id).reactions?.map(({ emoji, count }) => [emoji.name, count]) ?? [];
  await expect.poll(shown, SOON).toEqual([
    ['🍎', 1],
    ['🍊', 1],
  ]);
  await bot.idle();

  await alice.react(message, '🍎');
  await bob.react(message, '🍎');
  await bob.react(message, '🍊');

  await expect
    .poll(() => lastTexts(3).toSorted(), SOON)
    .toEqual(['Thank you.', 'bob reacted with 🍊, 2 by now.', 'bob reacted with 🍎, 3 by now.']);
  expect(shown()).toEqual([]);
});

test('makes, changes, closes and deletes threads', async () => {
  const exchange = await bob.slash('thread');

  await expect.poll(() => exchange.response?.content, SOON).toBe('food-talk, staff-talk; 1 left');
  expect(
    bob
      .in(present(thread('food-talk')).id)
      .messages()
      .at(-1)?.content,
  ).toBe('Bon appétit!');
  expect(thread('food-talk')?.thread).toMatchObject({ archived: true });
  expect(thread('staff-talk')).toBeUndefined();
  await expect.poll(() => thread('about this')?.id, SOON).toBe(exchange.response?.id);
});

test('writes through webhooks', async () => {
  const exchange = await bob.slash('webhook');

  await expect.poll(() => exchange.response?.content, SOON).toBe('Renamed is done.');
  const [first, second] = bob.messages().slice(-2);
  expect(first).toMatchObject({ content: 'As itself', author: { username: 'Some-username' } });
  expect(second).toMatchObject({ content: 'Edited!', author: { username: 'some-other-username' } });
});
