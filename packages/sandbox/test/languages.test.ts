import { ApplicationCommandOptionType, Locale } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start();
  bot.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`${interaction.locale} ${interaction.guildLocale}`);
  });
  await bot.client.application.commands.create({
    name: 'warn',
    description: 'Warns.',
    descriptionLocalizations: { de: 'Verwarnt.' },
    options: [
      {
        name: 'why',
        description: 'Why',
        descriptionLocalizations: { de: 'Warum' },
        type: ApplicationCommandOptionType.String,
        choices: [{ name: 'Spam', nameLocalizations: { de: 'Werbung' }, value: 'spam' }],
      },
    ],
  });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('an interaction tells the language of the person, and that of the guild', async () => {
  bot.sandbox.setLanguage(bot.userId('alice'), Locale.German);

  const german = await bot.as('alice').slash('warn');
  const english = await bot.as('bob').slash('warn');

  expect(german.response?.content).toBe('de en-US');
  expect(english.response?.content).toBe('en-US en-US');
});

test('the picker describes commands, options and choices in the language of the person', () => {
  bot.sandbox.setLanguage(bot.userId('alice'), Locale.German);
  const german = {
    name: 'warn',
    description: 'Verwarnt.',
    options: [{ name: 'why', description: 'Warum', choices: [{ name: 'Werbung', value: 'spam' }] }],
  };

  expect(bot.as('alice').commands()).toMatchObject([german]);
  expect(bot.as('bob').commands()).toMatchObject([{ description: 'Warns.' }]);
});

test('where a language has no words, the picker keeps to those of the command', () => {
  bot.sandbox.setLanguage(bot.userId('mallory'), Locale.French);

  expect(bot.as('mallory').commands()).toMatchObject([{ description: 'Warns.' }]);
});

test.each([
  [{ as: 'bob', locale: 'fr' }, 200],
  [{ as: 'bob', locale: 'xx' }, 400],
  [{ as: 'nobody', locale: 'de' }, 404],
])('%o over HTTP is answered with %i', async (body, status) => {
  const response = await fetch(`${bot.sandbox.url}/control/language`, {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(status);
});
