import {
  ChannelType,
  type Guild,
  type GuildMember,
  PermissionFlagsBits,
  type Role,
  type Snowflake,
} from 'discord.js';
import type { CountedChannel } from '../database/numbers-sight.ts';

/** Of the channels with numbers, those whose numbers somebody may see. Threads have ids of their own. */
export interface Sight {
  readonly seesAll: boolean;
  readonly visible: readonly Snowflake[];
  readonly hidden: readonly Snowflake[];
  /** Which of the two has less to sum. */
  readonly smaller: 'hidden' | 'visible';
}

/**
 * What somebody, or everybody, may see. Only administrators see what is known of channels that are gone: nobody can tell any
 * more who was allowed to read them.
 */
export function sightOf(
  channels: readonly CountedChannel[],
  guild: Guild,
  viewer: GuildMember | Role,
): Sight {
  const seesAll = viewer.permissions.has(PermissionFlagsBits.Administrator) || guild.ownerId === viewer.id;
  const isSeen = (channel: CountedChannel): boolean => seesAll || maySee(channel, guild, viewer);
  const { seen = [], unseen = [] } = Object.groupBy(channels, (channel) =>
    isSeen(channel) ? 'seen' : 'unseen',
  );
  return {
    seesAll,
    visible: seen.map(({ channelId }) => channelId),
    hidden: unseen.map(({ channelId }) => channelId),
    smaller: weight(unseen) <= weight(seen) ? 'hidden' : 'visible',
  };
}

/** Whether somebody may read a channel. A thread that is archived or gone is like its channel, if it is not private. */
export function maySee(
  { channelId, parentId, isPrivate }: Omit<CountedChannel, 'messages'>,
  guild: Guild,
  viewer: GuildMember | Role,
): boolean {
  const known = guild.channels.cache.get(channelId);
  const place =
    known?.isThread() === false ? known : guild.channels.cache.get(known?.parentId ?? parentId ?? '');
  const permissions = place?.permissionsFor(viewer);
  if (!permissions?.has(PermissionFlagsBits.ViewChannel)) return false;
  const isForFew = isPrivate || known?.type === ChannelType.PrivateThread;
  // Who is in a private thread is not known for sure; who may manage threads sees them all.
  return !isForFew || permissions.has(PermissionFlagsBits.ManageThreads);
}

function weight(channels: readonly CountedChannel[]): number {
  return channels.reduce((sum, { messages }) => sum + messages, 0);
}
