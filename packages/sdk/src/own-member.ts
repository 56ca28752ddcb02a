import type { Guild, GuildBasedChannel, GuildMember, PermissionsString } from 'discord.js';

/** The bot as a member of a guild; Discord is asked where it is not known yet. */
export async function ownMember({ members }: Guild): Promise<GuildMember> {
  return members.me ?? members.fetchMe();
}

/** What the bot may not do in a channel, of what it needs to do there. */
export async function missingPermissions<Name extends PermissionsString>(
  channel: GuildBasedChannel,
  needed: readonly Name[],
): Promise<Name[]> {
  const held = channel.permissionsFor(await ownMember(channel.guild));
  // Of a thread whose channel is not at hand nothing is known.
  return needed.filter((permission) => !held?.has(permission));
}
