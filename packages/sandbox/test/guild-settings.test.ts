import type { Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  bot = await TestBot.start();
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

test('a guild shows itself to those who look for one', async () => {
  const preview = await guild.fetchPreview();

  expect(preview).toMatchObject({ name: 'Twi Test Server', approximateMemberCount: 6 });
});

test('a welcome screen is unknown until somebody writes one', async () => {
  await expect(guild.fetchWelcomeScreen()).rejects.toMatchObject({ code: 10_069 });

  await guild.editWelcomeScreen({
    description: 'Hello',
    welcomeChannels: [{ channel: bot.channelId(), description: 'Talk here' }],
  });

  const screen = await guild.fetchWelcomeScreen();
  expect(screen.description).toBe('Hello');
  expect(screen.welcomeChannels.map(({ description }) => description)).toEqual(['Talk here']);
});

test('a vanity address is told to the bot, and can be taken away', async () => {
  bot.guild.setVanityCode('twi');
  await expect.poll(() => guild.vanityURLCode).toBe('twi');
  await expect(guild.fetchVanityData()).resolves.toMatchObject({ code: 'twi' });

  bot.guild.setVanityCode(null);
  await expect.poll(() => guild.vanityURLCode).toBeNull();
});

test('the bot is the integration of the guild', async () => {
  const integrations = await guild.fetchIntegrations();

  expect(integrations.map(({ name, role }) => [name, role?.name])).toEqual([['Twi', 'Twi']]);
});

test('a raid closes invites and direct messages for a while', async () => {
  const until = new Date(Date.now() + 3_600_000);

  await guild.setIncidentActions({ invitesDisabledUntil: until });

  expect(guild.incidentsData?.invitesDisabledUntil?.getTime()).toBe(until.getTime());
});

test('what belongs to those who manage the guild is refused to others', async () => {
  for (const role of bot.guild.roles) role.permissions &= ~(1n << 5n);

  await expect(guild.fetchIntegrations()).rejects.toMatchObject({ code: 50_013 });
  await expect(guild.editWelcomeScreen({ description: 'x' })).rejects.toMatchObject({ code: 50_013 });
  await expect(guild.autoModerationRules.fetch()).rejects.toMatchObject({ code: 50_013 });
});
