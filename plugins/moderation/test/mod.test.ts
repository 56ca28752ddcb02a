import { AuditLogRepository } from '@twi/database';
import { Command } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';

/** A command that people can use once an hour. */
class RareCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Once an hour', cooldownDelay: 3_600_000, cooldownLimit: 1 });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command.setName(this.name).setDescription(this.description),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    await interaction.reply('Done.');
  }
}

const rarePlugin = definePlugin({
  id: 'rare',
  title: 'Rare',
  description: 'A command with a cooldown.',
  pieces: { commands: { rare: RareCommand } },
});

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin, rarePlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function newScene() {
  const guild = await bot.guild({ enable: ['moderation', 'rare'] });
  const alice = guild.member({ username: 'alice', permissions: ['ManageMessages'] });
  return { guild, alice, bob: guild.member({ username: 'bob' }) };
}

test('posts a notice that everybody sees, signed by the moderator', async () => {
  const { guild, alice } = await newScene();

  const reply = await alice.slash('mod state', { message: 'Spoilers go\\nto #spoilers. @everyone' });

  expect(reply.isEphemeral).toBe(false);
  expect(reply.text).toBe(
    `Official notice\nSpoilers go\nto #spoilers. @everyone\nalice (alice), for the moderators of ${guild.sandbox.name}`,
  );
  await vi.waitFor(async () => {
    const { rows } = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 5 });
    expect(rows).toMatchObject([{ action: 'moderation.state', userId: alice.id, target: guild.channelId }]);
  });
});

test('resets the cooldown of one person', async () => {
  const { alice, bob } = await newScene();
  await bob.slash('rare');
  expect((await bob.slash('rare')).text).not.toBe('Done.');

  const reply = await alice.slash('mod reset', { command: 'rare', user: bob });

  expect(reply.text).toBe(`Reset the cooldown of \`/rare\` for <@${bob.id}>.`);
  expect((await bob.slash('rare')).text).toBe('Done.');
});

test('resets the cooldown of everybody', async () => {
  const { alice, bob } = await newScene();
  await bob.slash('rare');

  const reply = await alice.slash('mod reset', { command: '/rare' });

  expect(reply.text).toBe('Reset the cooldown of `/rare` for everybody.');
  expect((await bob.slash('rare')).text).toBe('Done.');
});

test('suggests commands that have a cooldown', async () => {
  const { alice } = await newScene();

  await expect(alice.autocomplete('mod reset', { command: 'ra' }, 'command')).resolves.toEqual([
    { name: '/rare', value: 'rare' },
  ]);
});

test('refuses what is no such command', async () => {
  const { alice } = await newScene();

  const reply = await alice.slash('mod reset', { command: 'warn' });

  expect(reply.text).toBe(
    '`command` does not take "warn". Give the name of a command that has a cooldown, as the suggestions show them.',
  );
});
