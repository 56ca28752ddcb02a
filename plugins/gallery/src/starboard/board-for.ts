import { isAgeRestricted } from '@twi/sdk';
import type { Guild, GuildTextBasedChannel, NewsChannel, Snowflake, TextChannel } from 'discord.js';
import { isOpenTo } from '../imports/visible-channels.ts';
import type { GallerySettings } from '../settings.ts';

type Board = NewsChannel | TextChannel;

/** The board that shows messages of a channel: none for ignored channels, and none that would show people what they may not read. */
export function boardFor(source: GuildTextBasedChannel, settings: GallerySettings): Board | undefined {
  const { starboardChannel, starboardNsfwChannel, starboardIgnoredChannels } = settings;
  const places = placesOf(source);
  const boards = [starboardChannel, starboardNsfwChannel];
  if (places.some((id) => boards.includes(id) || starboardIgnoredChannels.includes(id))) return undefined;
  const wanted = isAgeRestricted(source) ? [starboardNsfwChannel, starboardChannel] : [starboardChannel];
  return wanted
    .map((id) => findBoard(source.guild, id))
    .find((board) => board !== undefined && isOpenTo(source, board));
}

/** A channel, the one that it is a thread of, and its category. */
function placesOf(channel: GuildTextBasedChannel): Snowflake[] {
  const parent = channel.isThread() ? channel.parent : null;
  return [channel.id, channel.parentId, parent?.parentId].filter((id) => id !== null && id !== undefined);
}

/** The channel that a server chose for its board. */
export function findBoard(guild: Guild, id: Snowflake | null): Board | undefined {
  const channel = id === null ? undefined : guild.channels.cache.get(id);
  return channel?.isTextBased() && !channel.isThread() && !channel.isVoiceBased() ? channel : undefined;
}
