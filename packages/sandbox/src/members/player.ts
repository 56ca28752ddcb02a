import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { MemberRecord } from '../state/member.ts';
import { canSee } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { SandboxActionError } from './action-error.ts';

/** Somebody in a place: who acts, and in which channel. */
export interface Player {
  readonly world: World;
  readonly userId: string;
  readonly channelId: string;
}

/** What a player's place consists of; a direct conversation has neither guild nor member. */
export interface Place {
  readonly channel: ChannelRecord;
  readonly guild?: GuildRecord;
  readonly member?: MemberRecord;
}

/** Finds a player's place. @throws SandboxActionError where they are not a member or do not see the channel */
export function placeOf({ world, userId, channelId }: Player): Place {
  const channel = world.state.channels.get(channelId);
  if (!channel) throw new SandboxActionError('unknown-target', `There is no channel ${channelId}`);
  if (channel.guildId === undefined) return { channel };
  const guild = world.state.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  const username = world.state.users.get(userId)?.username ?? userId;
  if (!guild || !member) throw new SandboxActionError('missing-permission', `${username} is not a member`);
  if (!canSee(world, channel, userId)) {
    throw new SandboxActionError('missing-permission', `${username} does not see #${channel.name}`);
  }
  return { channel, guild, member };
}
