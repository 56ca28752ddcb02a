import { expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

test('an unmodified discord.js client logs in and knows the demo guild', async () => {
  await using bot = await TestBot.start();

  const guild = bot.client.guilds.cache.first();

  expect(guild?.name).toBe('Twi Test Server');
  expect(guild?.available).toBe(true);
  expect(guild?.members.me?.id).toBe(bot.client.user.id);
  expect(guild?.channels.cache.map((channel) => channel.name)).toContain('general');
  expect(
    guild?.members.cache
      .find((member) => member.user.username === 'alice')
      ?.roles.cache.map((role) => role.name),
  ).toContain('Moderator');
});

test('a slash command reaches the bot and its answer reaches the member', async () => {
  await using bot = await TestBot.start();
  await bot.client.application.commands.create({ name: 'ping', description: 'Answers.' });
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('pong');
  });

  const exchange = await bot.as('bob').slash('ping');

  expect(exchange.state).toBe('answered');
  expect(exchange.response?.content).toBe('pong');
});
