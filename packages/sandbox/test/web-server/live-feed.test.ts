import { once } from 'node:events';
import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TestBot } from '../test-bot.ts';
import { LIVE_VERSION } from '../../src/web/live-version.ts';
import { LivePage } from './live-page.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start();
  await bot.client.application.commands.set([
    { name: 'whisper', description: 'Answers for one person only.' },
    { name: 'think', description: 'Answers later.' },
    { name: 'staff', description: 'For those who may ban.', defaultMemberPermissions: ['BanMembers'] },
  ]);
  bot.onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    if (interaction.commandName === 'whisper') {
      await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
      return;
    }
    await interaction.deferReply();
    await interaction.editReply('thought');
  });
});
afterAll(() => bot[Symbol.asyncDispose]());

let page: LivePage;
beforeEach(async () => {
  page = await LivePage.open(bot.sandbox.url);
  return () => page[Symbol.dispose]();
});

function lookAs(username: string, channel = 'general'): void {
  page.look({ as: bot.userId(username), channel: bot.channelId(channel) });
}

test('a person is shown the channels that they see, and no others', async () => {
  lookAs('bob');
  const forBob = await page.next('view');
  lookAs('alice');
  const forAlice = await page.next('view');

  const namesOf = ({ view }: typeof forBob) => view.guilds[0]?.channels.map(({ name }) => name);
  expect(namesOf(forBob)).not.toContain('staff');
  expect(namesOf(forAlice)).toContain('staff');
});

test('a view says who is there, what they may do and whether the bot is', async () => {
  lookAs('olivia');

  const { view } = await page.next('view');

  expect(view).toMatchObject({ me: bot.userId('olivia'), botId: bot.sandbox.bot.id, isBotOnline: true });
  expect(view.guilds[0]).toMatchObject({ name: 'Twi Test Server', isMember: true, hasBot: true });
  expect(view.guilds[0]?.members).toHaveLength(6);
  const mature = view.guilds[0]?.channels.find(({ name }) => name === 'mature');
  expect(mature).toMatchObject({ isAgeRestricted: true });
});

test('messages arrive as they are written, edited and deleted', async () => {
  lookAs('bob');
  expect(await page.next('messages')).toMatchObject({ isFirst: true });

  const message = await bot.as('alice').send('hello');
  expect((await page.next('messages')).changed).toMatchObject([{ id: message.id, content: 'hello' }]);
  await bot.as('alice').edit(message, 'hello there');
  expect((await page.next('messages')).changed).toMatchObject([{ id: message.id, content: 'hello there' }]);
  await bot.as('alice').react(message, '👍');
  expect((await page.next('messages')).changed).toMatchObject([{ reactions: [{ count: 1, me: false }] }]);
  await bot.as('alice').delete(message);
  expect(await page.next('messages')).toMatchObject({ changed: [], deletedIds: [message.id] });
});

test('what the bot answers for one person only is told to nobody else', async () => {
  using other = await LivePage.open(bot.sandbox.url);
  lookAs('bob');
  other.look({ as: bot.userId('alice'), channel: bot.channelId() });
  await Promise.all([page.next('messages'), other.next('messages')]);

  await bot.as('bob').slash('whisper');
  const seen = await page.next('messages');
  const after = await bot.as('bob').send('said aloud');

  expect(seen.changed).toMatchObject([{ content: 'psst' }]);
  expect((await other.next('messages')).changed.map(({ id }) => id)).toEqual([after.id]);
});

test('a deferred answer is filled in place', async () => {
  lookAs('bob');
  await page.next('messages');

  const { response } = await bot.as('bob').slash('think');

  const filled = await page.next('messages', ({ changed }) => changed[0]?.content === 'thought');
  expect(filled.changed[0]?.id).toBe(response?.id);
});

test('only the commands that the person may use are told', async () => {
  lookAs('bob');
  const { commands: forBob } = await page.next('commands');
  lookAs('alice');
  const { commands: forAlice } = await page.next('commands');

  expect(forBob.map(({ name }) => name)).toEqual(['whisper', 'think']);
  expect(forAlice.map(({ name }) => name)).toContain('staff');
});

test('which plugin registers what is told with the commands, and again when it changes', async () => {
  const groups = [{ title: 'Whispers', commands: [{ name: 'whisper', type: 1 }] }];
  lookAs('bob');
  expect((await page.next('commands')).groups).toEqual([]);

  bot.sandbox.describeCommands(groups);

  const frame = await page.next('commands');
  expect(frame.groups).toEqual(groups);
  expect(frame.commands.map(({ name }) => name)).toEqual(['whisper', 'think']);
});

test('a changed role changes what is shown at once', async () => {
  lookAs('newt');
  await page.next('view');
  const moderator = bot.guild.role('Moderator');

  await bot.client.guilds.cache.get(bot.guild.id)?.members.addRole({
    user: bot.userId('newt'),
    role: moderator?.id ?? '',
  });

  const { view } = await page.next('view');
  expect(view.guilds[0]?.channels.map(({ name }) => name)).toContain('staff');
});

test('a channel that the person does not see tells nothing', async () => {
  lookAs('mallory', 'staff');
  await page.next('activity');
  await bot.as('alice', 'staff').send('secret');

  await page.next('activity');

  expect(JSON.stringify(page.frames)).not.toContain('secret');
});

test('only as many messages as were asked for are told, and that there are older ones', async () => {
  const art = bot.as('bob', 'art');
  for (const content of ['one', 'two', 'three']) await art.send(content);

  page.look({ as: bot.userId('bob'), channel: bot.channelId('art'), limit: 2 });
  const first = await page.next('messages');
  page.look({ as: bot.userId('bob'), channel: bot.channelId('art'), limit: 3 });
  const second = await page.next('messages');

  expect(first).toMatchObject({ hasOlder: true, changed: [{ content: 'two' }, { content: 'three' }] });
  expect(second).toMatchObject({ hasOlder: false, isFirst: false, changed: [{ content: 'one' }] });
});

test('somebody who does not exist, and a frame of another shape, are refused', async () => {
  page.look({ as: '1' });
  expect(await page.next('refused')).toMatchObject({ message: 'There is no user 1' });
  page.send('{"as":1}');
  await page.next('refused', ({ message }) => message.includes('as'));
  page.send('nonsense');
  await page.next('refused');
});

test('a page of another site cannot open the feed', async () => {
  const address = `${bot.sandbox.url.replace('http', 'ws')}/control/live`;
  const socket = new WebSocket(address, { headers: { Origin: 'https://example.com' } });

  const [error] = (await once(socket, 'error')) as [Error];

  expect(error.message).toContain('403');
});

test('the version of the feed comes first', async () => {
  using other = await LivePage.open(bot.sandbox.url);
  expect(await other.next('hello')).toEqual({ type: 'hello', version: LIVE_VERSION });
});

test('who writes is told to those who look at the channel, until a message comes', async () => {
  lookAs('alice');
  await page.next('messages');
  const typing = { as: 'bob', channel: bot.channelId() };

  await fetch(`${bot.sandbox.url}/control/typing`, { method: 'POST', body: JSON.stringify(typing) });
  expect((await page.next('typing')).userIds).toEqual([bot.userId('bob')]);
  await bot.as('bob').send('written');
  expect((await page.next('typing')).userIds).toEqual([]);

  const channel = await bot.client.channels.fetch(bot.channelId());
  if (!channel?.isSendable()) throw new Error('The scene lacks a text channel');
  await channel.sendTyping();
  expect((await page.next('typing')).userIds).toEqual([bot.sandbox.bot.id]);
});

test('nobody is told that they write themselves', async () => {
  lookAs('bob', 'art');
  await page.next('messages');

  await bot.as('bob', 'art').type();
  await bot.as('bob', 'art').send('done');

  await page.next('messages');
  expect(page.frames.filter(({ type }) => type === 'typing')).toEqual([]);
});
