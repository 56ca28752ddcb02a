import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start();
});
afterAll(() => bot[Symbol.asyncDispose]());

function batch(prefix: string) {
  return Array.from({ length: 100 }, (_, index) => ({ name: `${prefix}${index}`, description: 'x' }));
}

function namesOf(list: readonly { name: string }[]): string[] {
  return list.map(({ name }) => name);
}

test('commands come back complete, so that an unchanged one equals itself', async () => {
  const data = {
    name: 'warn',
    description: 'Warns.',
    integrationTypes: [ApplicationIntegrationType.GuildInstall],
    options: [
      { name: 'user', description: 'Whom', type: ApplicationCommandOptionType.User as const, required: true },
    ],
  };
  const created = await bot.client.application.commands.create(data);
  const [fetched] = (await bot.client.application.commands.fetch()).values();

  expect(fetched?.equals(data)).toBe(true);
  expect(fetched).toMatchObject({ id: created.id, dmPermission: true, nsfw: false });
});

test('a bulk overwrite keeps the ids of what stays and removes the rest', async () => {
  const guildId = bot.guild.id;
  const commands = bot.client.application.commands;
  const before = await commands.set(
    [
      { name: 'a', description: 'A' },
      { name: 'b', description: 'B' },
    ],
    guildId,
  );
  const after = await commands.set(
    [
      { name: 'b', description: 'Changed' },
      { name: 'c', description: 'C' },
    ],
    guildId,
  );

  const idOf = (list: typeof before, name: string) => list.find((command) => command.name === name)?.id;
  expect(after.map((command) => command.name)).toEqual(['b', 'c']);
  expect(idOf(after, 'b')).toBe(idOf(before, 'b'));
  expect((await commands.fetch({ guildId })).size).toBe(2);
  await commands.set([], guildId);
  expect((await commands.fetch({ guildId })).size).toBe(0);
});

test('a command is edited and deleted', async () => {
  const commands = bot.client.application.commands;
  const command = await commands.create({ name: 'old', description: 'Old' });
  const edited = await command.edit({ description: 'New' });
  await edited.delete();

  expect(edited).toMatchObject({ id: command.id, name: 'old', description: 'New' });
  await expect(commands.fetch(command.id)).rejects.toMatchObject({ status: 404, code: 10_063 });
});

test('creating what exists replaces it', async () => {
  const commands = bot.client.application.commands;
  const first = await commands.create({ name: 'twice', description: 'One' });
  const second = await commands.create({ name: 'twice', description: 'Two' });

  expect(second.id).toBe(first.id);
});

test('a guild takes 200 new commands a day', async () => {
  const guild = bot.sandbox.createGuild({ name: 'Busy' });
  const commands = bot.client.application.commands;
  await commands.set(batch('a'), guild.id);
  await commands.set(batch('a'), guild.id);
  await commands.set(batch('b'), guild.id);

  await expect(commands.set([{ name: 'one-more', description: 'x' }], guild.id)).rejects.toMatchObject({
    code: 30_034,
  });
});

test('a scope holds a hundred chat commands and fifteen of each menu', async () => {
  const guild = bot.sandbox.createGuild({ name: 'Full' });
  const commands = bot.client.application.commands;
  const menus = Array.from({ length: 15 }, (_, index) => ({
    name: `Menu ${index}`,
    type: ApplicationCommandType.User as const,
  }));
  await commands.set(menus, guild.id);

  await expect(
    commands.create({ name: 'Menu 15', type: ApplicationCommandType.User }, guild.id),
  ).rejects.toMatchObject({ code: 30_032 });
});

test('commands for servers only are not seen in direct messages, adult ones only in adult channels', async () => {
  await bot.client.application.commands.set([
    { name: 'everywhere', description: 'x' },
    { name: 'guilds', description: 'x', contexts: [InteractionContextType.Guild] },
    { name: 'adult', description: 'x', nsfw: true },
  ]);

  expect(namesOf(bot.as('bob').inDirectMessages().commands())).toEqual(['everywhere', 'adult']);
  expect(namesOf(bot.as('bob').commands())).toEqual(['everywhere', 'guilds']);
  expect(namesOf(bot.as('bob', 'mature').commands())).toEqual(['everywhere', 'guilds', 'adult']);
});
