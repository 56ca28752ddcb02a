import type { APIUser } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderMember } from '../state/member.ts';
import { renderRole } from '../state/role.ts';
import { canSee, permissionsIn, permissionsOf } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import type { ChannelView, GuildView, PersonView } from './live-protocol.ts';

/** Shows the world to one person: only the channels that they see, with what they may do there. */
export function personView(world: World, user: APIUser, isBotOnline: boolean): PersonView {
  const directChannelId = world.state.directChannels.get(user.id);
  return {
    me: user.id,
    botId: world.botId,
    isBotOnline,
    users: [...world.state.users.values()],
    guilds: Array.from(world.state.guilds.values(), (guild) => guildView(world, guild, user.id)),
    ...(directChannelId !== undefined && { directChannelId }),
  };
}

function guildView(world: World, guild: GuildRecord, userId: string): GuildView {
  const permissions = permissionsOf(guild, userId);
  const mayBan = (permissions & PermissionFlagsBits.BanMembers) !== 0n;
  const channels = [...world.channelsOf(guild), ...world.threadsOf(guild)];
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    isMember: guild.members.has(userId),
    isBanned: guild.bans.has(userId),
    hasBot: guild.members.has(world.botId),
    permissions: permissions.toString(),
    roles: Array.from(guild.roles.values(), renderRole),
    members: Array.from(guild.members.values(), (member) => renderMember(member, world.user(member.userId))),
    bannedUserIds: mayBan ? [...guild.bans.keys()] : [],
    channels: channels
      .filter((channel) => canSee(world, channel, userId))
      .map((channel) => channelView(world, channel, userId)),
  };
}

function channelView(world: World, channel: ChannelRecord, userId: string): ChannelView {
  const { topic, nsfw } = channel.properties;
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    position: channel.position,
    parentId: channel.parentId,
    topic: typeof topic === 'string' ? topic : null,
    isAgeRestricted: nsfw === true,
    lastMessageId: channel.lastMessageId,
    voiceUserIds: voiceUserIdsOf(world, channel),
    permissions: permissionsIn(world, channel, userId).toString(),
    ...(channel.thread && {
      thread: {
        ownerId: channel.thread.ownerId,
        isArchived: channel.thread.archived,
        isLocked: channel.thread.locked,
        messageCount: channel.thread.messageCount,
      },
    }),
  };
}

function voiceUserIdsOf(world: World, channel: ChannelRecord): string[] {
  const states = [...(world.guildOf(channel)?.voiceStates ?? [])];
  return states.flatMap(([userId, { channelId }]) => (channelId === channel.id ? [userId] : []));
}
