import { UserError } from '@twi/sdk';
import { ChannelType, type PermissionsString } from 'discord.js';
import type { DestinationChannel } from './destination-channel.ts';
import { botLacks, notAgeRestricted, threadsOfForum } from './destination-errors.ts';
import type { DestinationRules } from './destinations.ts';

/**
 * Says beforehand what would not work in a channel.
 *
 * @throws {UserError} `gallery.not-age-restricted`, `gallery.threads-of-forum`, `gallery.bot-lacks`
 */
export async function assertUsable(channel: DestinationChannel, rules: DestinationRules): Promise<void> {
  if (rules.nsfwOnly && !channel.nsfw) throw new UserError(notAgeRestricted(channel.id));
  if (rules.autoThread && channel.type === ChannelType.GuildForum)
    throw new UserError(threadsOfForum(channel.id));
  await channel.guild.members.fetchMe();
  const missing = missingPermissions(channel, rules);
  if (missing.length > 0) throw new UserError(botLacks(channel.id, missing));
}

/** What the bot may not do in a channel, but has to. */
export function missingPermissions(
  channel: DestinationChannel,
  { autoThread }: Pick<DestinationRules, 'autoThread'>,
): PermissionsString[] {
  const { me } = channel.guild.members;
  const held = me && channel.permissionsFor(me);
  const needed: PermissionsString[] = [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'AttachFiles',
    'ReadMessageHistory',
    ...(channel.type === ChannelType.GuildForum ? (['SendMessagesInThreads'] as const) : []),
    ...(autoThread ? (['CreatePublicThreads'] as const) : []),
  ];
  return needed.filter((permission) => !held?.has(permission));
}
