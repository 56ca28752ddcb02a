import type { GuildMember } from 'discord.js';

/** Why one member may not act on another. */
export type HierarchyProblem = 'self' | 'bot' | 'owner' | 'outranks-actor' | 'outranks-bot';

/**
 * Discord's rule for moderation (Topics › Permissions › Permission Hierarchy), for the person and for the bot:
 * nobody acts on themselves, on the owner, or on a member whose highest role is not below theirs.
 */
export function hierarchyProblem({
  actor,
  target,
}: {
  readonly actor: GuildMember;
  readonly target: GuildMember;
}): HierarchyProblem | undefined {
  const { guild } = target;
  const bot = guild.members.me;
  if (target.id === actor.id) return 'self';
  if (target.id === target.client.user.id) return 'bot';
  if (target.id === guild.ownerId) return 'owner';
  if (actor.id !== guild.ownerId && actor.roles.highest.comparePositionTo(target.roles.highest) <= 0)
    return 'outranks-actor';
  if (bot && bot.roles.highest.comparePositionTo(target.roles.highest) <= 0) return 'outranks-bot';
  return undefined;
}
