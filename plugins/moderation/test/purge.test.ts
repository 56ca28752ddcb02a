import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, textOf } from '@twi/testing';
import { Events, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

function contents(channelId: string): string[] {
  return bot.sandbox.messages(channelId).map(({ content }) => content);
}

test('answers in a way that the host need not wait for any further', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('one');
  const seen: Interaction[] = [];
  bot.host.client.on(Events.InteractionCreate, (interaction) => void seen.push(interaction));

  const reply = await alice.slash('purge', { count: 1 });

  expect(reply.text).toBe('Deleted 1 message (case #1).');
  const [interaction] = seen.filter(({ guildId }) => guildId === guild.id);
  await vi.waitFor(() => expect(interaction).toMatchObject({ deferred: true, replied: true }));
});

test('deletes the newest messages and keeps what they said in the case', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  for (const text of ['one', 'two', 'three']) await mallory.send(text);

  const reply = await alice.slash('purge', { count: 2 });

  expect(reply.text).toBe('Deleted 2 messages (case #1).');
  expect(contents(guild.channelId)).toEqual(['one']);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    type: 'purge',
    reason: '2 messages',
    channelId: guild.channelId,
    moderatorId: alice.id,
  });
  const { messages } = await container.moderation.purges.archiveOf(guild.id, 1);
  expect(messages.map(({ content, authorId }) => [content, authorId])).toEqual([
    ['two', mallory.id],
    ['three', mallory.id],
  ]);
});

test('leaves pinned messages alone', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const pinned = await mallory.send('Rules');
  await mallory.send('Chatter');
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (!channel?.isTextBased()) throw new Error('There is no text channel.');
  await channel.messages.pin(pinned.id);

  await alice.slash('purge', { count: 10 });

  expect(contents(guild.channelId)).toContain('Rules');
  expect(contents(guild.channelId)).not.toContain('Chatter');
});

test.each([
  [{ contains: 'BUY' }, ['hello', 'see https://example.org']],
  [{ kind: 'links' }, ['hello', 'buy now']],
  [{ kind: 'bots' }, ['hello', 'buy now', 'see https://example.org']],
])('narrows by %o', async (filter, left) => {
  const { guild, alice, mallory } = await newScene(bot);
  for (const text of ['hello', 'buy now', 'see https://example.org']) await mallory.send(text);

  await alice.slash('purge', { count: 50, ...filter });

  expect(contents(guild.channelId).filter((text) => text !== '')).toEqual(left);
});

test('narrows by author, whose history then shows it', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Spam');
  await alice.send('Stop that');

  await alice.slash('purge', { count: 50, user: mallory });

  expect(contents(guild.channelId)).toEqual(['Stop that']);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({
    targetId: mallory.id,
    reason: `1 message by <@${mallory.id}>`,
  });
});

test('narrows by messages before and after, by id or link', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const sent = [];
  for (const text of ['a', 'b', 'c', 'd']) sent.push(await mallory.send(text));
  const link = `https://discord.com/channels/${guild.id}/${guild.channelId}/${sent[0]?.id}`;

  await alice.slash('purge', { count: 50, after: link, before: sent[3]?.id ?? '' });

  expect(contents(guild.channelId)).toEqual(['a', 'd']);
});

test.each([
  'yesterday',
  'https://discord.com/channels/100000000000000001/100000000000000002/100000000000000003',
])('refuses "%s" as a message of this channel', async (before) => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Hello');

  const reply = await alice.slash('purge', { count: 50, before });

  expect(reply.text).toBe(
    `\`before\` does not take \`${before}\`. Give the id or the link of a message in this channel.`,
  );
  expect(contents(guild.channelId)).toEqual(['Hello']);
});

test('says when nothing fits', async () => {
  const { alice, mallory } = await newScene(bot);
  await mallory.send('Hello');

  const reply = await alice.slash('purge', { count: 5, contains: 'nothing like it' });

  expect(reply.text).toMatch(/^None of the last \d+ messages here fits\./);
});

test('a purge that was interrupted is finished by another process', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Spam');
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  const channel = await discordGuild.channels.fetch(guild.channelId);
  if (!channel?.isTextBased()) throw new Error('There is no text channel.');
  const { young } = await container.moderation.purges.plan({
    channel,
    moderator: await discordGuild.members.fetch(alice.id),
    count: 5,
    filter: {},
    replyToken: 'gone',
  });
  if (!young) throw new Error('Nothing was planned.');

  await Promise.all([
    container.moderation.bulk.run(young, new AbortController().signal),
    container.moderation.bulk.run(young, new AbortController().signal),
  ]);

  expect(contents(guild.channelId)).toEqual([]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'purge' });
  await expect(caseOf(guild, 2)).rejects.toThrow('There is no case #2');
});

test('keeps the files of purged messages', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.actor.send('Look', {
    attachments: [{ filename: 'proof.txt', bytes: Buffer.from('the proof') }],
  });

  await alice.slash('purge', { count: 5 });

  const { files } = await container.moderation.purges.archiveOf(guild.id, 1);
  expect(files.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([['proof.txt', 'the proof']]);
  const view = await alice.slash('case view', { number: 1 });
  expect(view.message.attachments.map(({ filename }) => filename)).toEqual([
    'case-1-messages.txt',
    expect.stringMatching(/^\d+-proof\.txt$/),
  ]);
});

test('a purge whose moderator lost the permission stops, and records what it did', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Spam');
  const discordGuild = await bot.host.client.guilds.fetch(guild.id);
  const channel = await discordGuild.channels.fetch(guild.channelId);
  if (!channel?.isTextBased()) throw new Error('There is no text channel.');
  const { young } = await container.moderation.purges.plan({
    channel,
    moderator: await discordGuild.members.fetch(alice.id),
    count: 5,
    filter: {},
    replyToken: 'gone',
  });
  await alice.leave();

  if (young) await container.moderation.bulk.run(young, new AbortController().signal);

  expect(contents(guild.channelId)).toEqual(['Spam']);
  await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
  await expect(container.moderation.purges.archiveOf(guild.id, 1)).resolves.toMatchObject({ messages: [] });
});

// The last one: the clock stays ahead.
test('asks before it deletes messages older than 14 days, one by one', { timeout: 60_000 }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('old one');
  await mallory.send('old two');
  await bot.clock.advance('15d');
  await mallory.send('new');

  const reply = await alice.slash('purge', { count: 10 });

  expect(reply.text).toBe('Deleted 1 message (case #1).');
  await vi.waitFor(() => expect(reply.followups).toHaveLength(1));
  const [question] = reply.followups;
  if (!question) throw new Error('There was no question.');
  expect(textOf(question)).toContain('2 messages are older than 14 days.');
  expect(contents(guild.channelId)).toEqual(['old one', 'old two']);

  await alice.click(question, 'Delete 2 messages');
  await vi.waitFor(() => expect(contents(guild.channelId)).toEqual([]), { timeout: 20_000, interval: 100 });
  await vi.waitFor(() => expect(caseOf(guild, 2)).resolves.toMatchObject({ reason: '2 messages' }), {
    timeout: 10_000,
  });
});
