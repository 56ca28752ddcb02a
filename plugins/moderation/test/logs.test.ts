import { container } from '@sapphire/pieces';
import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { type Guild, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { awaitEmbeds, configure, embedsIn, SOON, staffChannel } from './logs-scene.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

function cached(guild: TestGuild): Promise<Guild> {
  return bot.host.client.guilds.fetch(guild.id);
}

/** A channel in which the bot may not write. */
function closedChannel(guild: TestGuild, name: string): string {
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  const deny = PermissionFlagsBits.SendMessages.toString();
  return guild.sandbox.addChannel({ name, permission_overwrites: [{ id: role?.id ?? '', type: 0, deny }] })
    .id;
}

test('posts each case in the log of moderation', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'mod-log');
  await configure(bot, guild, { logModeration: log });

  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('ban', { user: mallory, reason: 'More spam' });

  const embeds = await awaitEmbeds(bot, log, 2);
  expect(embeds).toMatchObject([
    { title: 'Case #1: Warning', description: 'Spam' },
    { title: 'Case #2: Ban', description: 'More spam' },
  ]);
});

test('a purge of everybody’s messages is about a channel, one of somebody’s messages about them, too', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'mod-log');
  await configure(bot, guild, { logModeration: log });
  for (const text of ['one', 'two', 'three']) await mallory.send(text);

  await alice.slash('purge', { count: 1 });
  await alice.slash('purge', { count: 1, user: mallory });

  const embeds = await awaitEmbeds(bot, log, 2);
  const fields = embeds.map((embed) =>
    Object.fromEntries((embed.fields ?? []).map((field) => [field.name, field.value])),
  );
  expect(fields).toEqual([
    { Channel: `<#${guild.channelId}>`, Moderator: `<@${alice.id}>` },
    {
      Person: `<@${mallory.id}> (${mallory.id})`,
      Channel: `<#${guild.channelId}>`,
      Moderator: `<@${alice.id}>`,
    },
  ]);
  const logs = new AuditLogRepository(bot.database.handle.db);
  const { rows } = await logs.list(guild.id, { action: 'moderation.purge', limit: 10 });
  expect(rows.map(({ target }) => target)).toEqual([mallory.id, guild.channelId]);
});

test('posts nothing where no channel is set', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  expect(bot.sandbox.messages(guild.channelId)).toEqual([]);
});

test('posts a burst in few messages, none of it lost, in order', async () => {
  const { guild } = await newScene(bot);
  const log = staffChannel(guild, 'automod-log');
  await configure(bot, guild, { logAutomod: log });

  for (let index = 0; index < 25; index += 1)
    await container.moderation.logs.post({
      kind: 'automod',
      guild: await cached(guild),
      embed: { description: `${index}` },
    });

  const embeds = await awaitEmbeds(bot, log, 25);
  expect(embeds.map(({ description }) => description)).toEqual(
    Array.from({ length: 25 }, (_, index) => `${index}`),
  );
  expect(bot.sandbox.messages(log).map((message) => message.embeds.length)).toEqual([10, 10, 5]);
});

test('posts what waits when the bot stops', { timeout: 30_000 }, async () => {
  const { guild } = await newScene(bot);
  const log = staffChannel(guild, 'automod-log');
  await configure(bot, guild, { logAutomod: log });
  for (let index = 0; index < 12; index += 1)
    await container.moderation.logs.post({
      kind: 'automod',
      guild: await cached(guild),
      embed: { description: `${index}` },
    });

  await bot.stop();

  expect(embedsIn(bot, log)).toHaveLength(12);
  await bot.restart();
});

test('tells the staff once of a log channel that is gone, and goes on when there is another', async () => {
  const { guild } = await newScene(bot);
  const reports = staffChannel(guild, 'reports');
  const gone = '123456789012345678';
  await configure(bot, guild, { logAutomod: gone, reportChannel: reports });
  const entry = { kind: 'automod', guild: await cached(guild), embed: { description: 'Hm' } } as const;

  await container.moderation.logs.post(entry);
  await awaitEmbeds(bot, reports, 1);
  await container.moderation.logs.post(entry);
  const log = staffChannel(guild, 'automod-log');
  await configure(bot, guild, { logAutomod: log, reportChannel: reports });
  await container.moderation.logs.post(entry);

  await awaitEmbeds(bot, log, 1);
  expect(embedsIn(bot, reports)).toHaveLength(1);
  expect(embedsIn(bot, reports)[0]?.description).toContain(
    `the id ${gone}, where this server wants a log, is gone`,
  );
});

test(
  'tells the owner where no other place of the staff works, and not again after a restart',
  { timeout: 30_000 },
  async () => {
    const { guild } = await newScene(bot);
    await configure(bot, guild, { logAutomod: '123456789012345679' });
    const post = async () =>
      container.moderation.logs.post({
        kind: 'automod',
        guild: await cached(guild),
        embed: { description: 'Hm' },
      });

    await post();
    await vi.waitFor(() => expect(guild.owner.directMessages).toHaveLength(1), SOON);
    await bot.restart();
    await post();
    await bot.stop();

    expect(guild.owner.directMessages).toHaveLength(1);
    await bot.restart();
  },
);

test('tells the staff which permission a log channel lacks', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const [log, reports] = [closedChannel(guild, 'mod-log'), staffChannel(guild, 'reports')];
  await configure(bot, guild, { logModeration: log, reportChannel: reports });

  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('warn', { user: mallory, reason: 'More spam' });

  const [told] = await awaitEmbeds(bot, reports, 1);
  expect(told?.description).toBe(
    `I cannot write in <#${log}>, where this server wants a log. I need **View Channel**, **Send Messages** and **Embed Links** there. Until then nothing is logged there; I shall not remind you.`,
  );
});

test('tells it once when Discord refuses although everything looks right', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const [log, reports] = [staffChannel(guild, 'mod-log'), staffChannel(guild, 'reports')];
  await configure(bot, guild, { logModeration: log, reportChannel: reports });
  bot.fault.failNext({ method: 'POST', template: '/channels/{channel_id}/messages', status: 403 });

  await alice.slash('note', { user: mallory, text: 'Hm' });
  await awaitEmbeds(bot, reports, 1);
  await alice.slash('note', { user: mallory, text: 'Hm again' });
  await bot.restart();

  expect(embedsIn(bot, reports)).toHaveLength(1);
  expect(embedsIn(bot, log)).toEqual([]);
});
