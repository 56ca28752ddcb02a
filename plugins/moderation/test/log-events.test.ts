import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot } from '@twi/testing';
import type { APIEmbed } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { awaitEmbeds, configure, embedsIn, SOON, staffChannel } from './logs-scene.ts';
import { newScene } from './scene.ts';

const PATIENCE_MS = 30_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

function isLeave({ title }: APIEmbed): boolean {
  return title === 'Left';
}

test('logs an edit with the text before and after', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'edits');
  await configure(bot, guild, { logEdits: log });

  const message = await mallory.send('Hello');
  await mallory.edit(message, 'Goodbye');

  const [embed] = await awaitEmbeds(bot, log, 1);
  expect(embed?.title).toBe('Message edited');
  expect(embed?.description).toBe(
    `<@${mallory.id}> in <#${guild.channelId}>: [Message](https://discord.com/channels/${guild.id}/${guild.channelId}/${message.id})\n**Before**\nHello\n**After**\nGoodbye`,
  );
});

test('logs a deletion with its text, and without where nothing is remembered', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'deletions');
  await configure(bot, guild, { logDeletions: log });
  const kept = await mallory.send('Keep me');
  await mallory.delete(kept);
  await awaitEmbeds(bot, log, 1);

  await configure(bot, guild, { logDeletions: log, logContentHours: 0 });
  const forgotten = await mallory.send('Forget me');
  await mallory.delete(forgotten);

  const embeds = await awaitEmbeds(bot, log, 2);
  expect(embeds.map(({ description }) => description)).toEqual([
    `<@${mallory.id}> in <#${guild.channelId}>\nKeep me`,
    `<@${mallory.id}> in <#${guild.channelId}>\n*The text is not remembered.*`,
  ]);
});

test('forgets what was written when its time is over, also what it remembered before', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'deletions');
  await configure(bot, guild, { logDeletions: log });
  const message = await mallory.send('Forget me');

  await configure(bot, guild, { logDeletions: log, logContentHours: 0 });
  await mallory.delete(message);

  const [embed] = await awaitEmbeds(bot, log, 1);
  expect(embed?.description).not.toContain('Forget me');
});

test('logs messages that were deleted at once in one entry', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'deletions');
  await configure(bot, guild, { logDeletions: log });
  const written = [];
  for (const text of ['one', 'two', 'three']) written.push(await mallory.send(text));
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (!channel?.isTextBased() || channel.isDMBased()) throw new Error('No such channel.');

  await channel.bulkDelete(written.map(({ id }) => id));

  const [embed] = await awaitEmbeds(bot, log, 1);
  expect(embed?.title).toBe('3 messages deleted at once');
  expect(embed?.description?.split('\n').slice(1).toSorted()).toEqual([
    `<@${mallory.id}>: one`,
    `<@${mallory.id}>: three`,
    `<@${mallory.id}>: two`,
  ]);
});

test(
  'logs who joins, with the age of their account and the invite that they used',
  { timeout: PATIENCE_MS },
  async () => {
    const { guild } = await newScene(bot);
    const log = staffChannel(guild, 'members');
    await configure(bot, guild, { logMembers: log });
    const code = await guild.owner.actor.invite();
    await guild.owner.actor.invite();
    await bot.restart();
    const newcomer = bot.sandbox.createUser({ username: 'newcomer' });

    await vi.waitFor(
      () => expect(bot.sandbox.requests.some(({ path }) => path.endsWith('/invites'))).toBe(true),
      SOON,
    );
    await bot.sandbox.as(newcomer.id, { channelId: guild.channelId }).join(guild.id, { invite: code });

    const [embed] = await awaitEmbeds(bot, log, 1);
    expect(embed).toMatchObject({
      title: 'Joined',
      description: `<@${newcomer.id}> \`newcomer\` (${newcomer.id})`,
    });
    expect(embed?.fields?.map(({ name, value }) => [name, value])).toEqual([
      ['Account created', expect.stringMatching(/^<t:\d+:R>$/)],
      ['Invite', `\`${code}\``],
    ]);
  },
);

test('logs who leaves, with the roles that they had', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'members');
  await configure(bot, guild, { logMembers: log });
  const role = guild.sandbox.addRole({ name: 'Painter', position: 1 });
  await guild.owner.actor.moderation.addRole(mallory.id, role.id);

  await mallory.leave();

  await vi.waitFor(() => expect(embedsIn(bot, log).some(isLeave)).toBe(true), SOON);
  const embed = embedsIn(bot, log).find(isLeave);
  expect(embed?.fields).toContainEqual({ name: 'Roles', value: `<@&${role.id}>`, inline: false });
});

test('logs roles that are given and taken', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'profiles');
  await configure(bot, guild, { logProfiles: log });
  const role = guild.sandbox.addRole({ name: 'Painter', position: 1 });

  await guild.owner.actor.moderation.addRole(mallory.id, role.id);
  await guild.owner.actor.moderation.removeRole(mallory.id, role.id);

  const embeds = await awaitEmbeds(bot, log, 2);
  expect(embeds.map(({ fields }) => fields?.[0]?.name)).toEqual(['Roles given', 'Roles taken']);
});

test('logs attached files and links', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'files-and-links');
  await configure(bot, guild, { logAttachments: log, logLinks: log });

  await mallory.actor.send('See https://example.org/a and http://example.org/b', {
    attachments: [{ filename: 'cat.png', bytes: Buffer.from('meow') }],
  });

  const embeds = await awaitEmbeds(bot, log, 2);
  expect(embeds[0]?.description).toContain('[cat.png](');
  expect(embeds[1]?.description).toContain('\nhttps://example.org/a\nhttp://example.org/b');
});

test('logs messages to the bot where their author is a member', async () => {
  const [one, other] = [await newScene(bot), await newScene(bot)];
  const [log, elsewhere] = [staffChannel(one.guild, 'to-the-bot'), staffChannel(other.guild, 'to-the-bot')];
  await configure(bot, one.guild, { logDirectMessages: log });
  await configure(bot, other.guild, { logDirectMessages: elsewhere });

  await one.mallory.actor.inDirectMessages().send('Help me');

  const [embed] = await awaitEmbeds(bot, log, 1);
  expect(embed?.description).toBe(`<@${one.mallory.id}>\nHelp me`);
  expect(embedsIn(bot, elsewhere)).toEqual([]);
});

test('logs nothing of ignored channels, roles and people', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'deletions');
  const category = guild.sandbox.addChannel({ name: 'quiet', type: 4 });
  const quiet = guild.sandbox.addChannel({ name: 'whisper', parent_id: category.id });
  const role = guild.sandbox.addRole({ name: 'Quiet', position: 1 });
  const bob = guild.member({ username: 'bob', roleIds: [role.id] });
  await configure(bot, guild, {
    logDeletions: log,
    logIgnoredChannels: [category.id],
    logIgnoredRoles: [role.id],
    logIgnoredUsers: [alice.id],
  });

  for (const member of [mallory.in(quiet), bob, alice]) await member.delete(await member.send('psst'));
  await mallory.delete(await mallory.send('loud'));

  const embeds = await awaitEmbeds(bot, log, 1);
  expect(embeds.map(({ description }) => description)).toEqual([
    `<@${mallory.id}> in <#${guild.channelId}>\nloud`,
  ]);
});

test('does not log what happens in log channels, nor what it writes itself', async () => {
  const { guild, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'everything');
  await configure(bot, guild, { logDeletions: log, logLinks: log, logEdits: log });

  const inLog = await mallory.in({ id: log }).send('https://example.org');
  await mallory.in({ id: log }).delete(inLog);
  const channel = await bot.host.client.channels.fetch(guild.channelId);
  if (!channel?.isSendable()) throw new Error('No such channel.');
  await (await channel.send('https://example.org')).delete();
  await container.moderation.logs.post({
    kind: 'links',
    guild: await bot.host.client.guilds.fetch(guild.id),
    embed: { description: 'The last one' },
  });

  const embeds = await awaitEmbeds(bot, log, 1);
  expect(embeds.map(({ description }) => description)).toEqual(['The last one']);
});
