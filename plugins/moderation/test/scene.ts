import { container } from '@sapphire/pieces';
import type { TestBot, TestGuild, TestMember } from '@twi/testing';
import { PermissionFlagsBits, type PermissionsString } from 'discord.js';
import type { Case } from '../src/database/case-repository.ts';

/** A guild with the plugin on, somebody who may do everything that it offers, and somebody to do it to. */
export interface Scene {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly mallory: TestMember;
}

export async function newScene(bot: TestBot): Promise<Scene> {
  const guild = await bot.guild({ enable: ['moderation'] });
  const permissions = [
    'ModerateMembers',
    'KickMembers',
    'BanMembers',
    'ManageMessages',
    'ManageChannels',
  ] as const;
  const mallory = guild.member({ username: 'mallory' });
  return { guild, alice: guild.member({ username: 'alice', permissions }), mallory };
}

/** A case as the plugin's service has it. */
export function caseOf(guild: TestGuild, number: number): Promise<Case> {
  return container.moderation.cases.get({ guildId: guild.id, number });
}

/** Takes a permission from the bot. `unnoticed`: the bot does not hear of it, so that Discord is the one to refuse. */
export function takeFromBot(guild: TestGuild, permission: PermissionsString, unnoticed = false): void {
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (!role) throw new Error('The bot has no role of its own.');
  role.permissions &= ~PermissionFlagsBits[permission];
  // A role below it moves it up, and so tells the bot what it looks like now.
  if (!unnoticed) guild.sandbox.addRole({ name: 'another' });
}

/** Gives the bot back what it needs. */
export function giveToBot(guild: TestGuild, permission: PermissionsString): void {
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (!role) throw new Error('The bot has no role of its own.');
  role.permissions |= PermissionFlagsBits[permission];
  guild.sandbox.addRole({ name: 'another' });
}
