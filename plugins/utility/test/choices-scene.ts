import type { TestBot, TestGuild, TestMember } from '@twi/testing';
import { PermissionFlagsBits, type PermissionsString } from 'discord.js';

/** A guild with the plugin on, somebody of the staff and two members. */
export interface ChoicesScene {
  readonly guild: TestGuild;
  /** Stands above the roles that `role` adds, and below the bot. */
  readonly alice: TestMember;
  readonly bob: TestMember;
  readonly carol: TestMember;
  /** Adds a role at the bottom. */
  readonly role: (name: string, permissions?: readonly PermissionsString[]) => Promise<string>;
  /** The names of the roles that somebody has, by the alphabet. */
  readonly rolesOf: (member: TestMember) => readonly string[];
}

const STAFF: readonly PermissionsString[] = ['ManageRoles', 'ManageMessages', 'ManageGuild'];

export async function newChoicesScene(bot: TestBot, prefix?: string): Promise<ChoicesScene> {
  const guild = await bot.guild({ enable: ['utility'], ...(prefix !== undefined && { prefix }) });
  const alice = guild.member({ username: 'alice', permissions: STAFF });
  const bob = guild.member({ username: 'bob' });
  const carol = guild.member({ username: 'carol' });
  return {
    guild,
    alice,
    bob,
    carol,
    role: async (name, permissions = []) => {
      const { id } = guild.sandbox.addRole({ name, permissions, position: 1 });
      await heard(bot, guild);
      return id;
    },
    rolesOf: ({ id }) =>
      (guild.sandbox.member(id)?.roleIds ?? [])
        .map((roleId) => guild.sandbox.roles.find((role) => role.id === roleId)?.name ?? roleId)
        .filter((name) => !name.startsWith('Role of '))
        .toSorted(),
  };
}

/** Resolves when the bot knows every role that there is. */
async function heard(bot: TestBot, guild: TestGuild): Promise<void> {
  const { client } = bot.host;
  for (let tries = 0; tries < 200; tries += 1) {
    const known = client.guilds.cache.get(guild.id)?.roles.cache;
    if (guild.sandbox.roles.every(({ id, position }) => known?.get(id)?.rawPosition === position)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The bot did not hear of the roles.');
}

/** Changes what the bot may do. `unnoticed`: it does not hear of it, so that Discord is the one to refuse. */
export async function takeFromBot(
  bot: TestBot,
  guild: TestGuild,
  permission: PermissionsString,
  unnoticed = false,
): Promise<void> {
  const role = guild.sandbox.roles.find(({ botId }) => botId !== undefined);
  if (!role) throw new Error('The bot has no role of its own.');
  role.permissions &= ~PermissionFlagsBits[permission];
  if (unnoticed) return;
  // A role below it moves it up, and so tells the bot what it looks like now.
  guild.sandbox.addRole({ name: 'another' });
  await heard(bot, guild);
}
