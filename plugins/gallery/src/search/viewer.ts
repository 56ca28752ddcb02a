import { isAgeRestricted } from '@twi/sdk';
import type { GuildMember, GuildTextBasedChannel, Snowflake } from 'discord.js';
import type { Destinations } from '../destinations/destinations.ts';

/** What may be shown to somebody, there where they ask. */
export interface Viewer {
  readonly guildId: Snowflake;
  /** Whether NSFW items may be shown: in an age-restricted channel alone. */
  readonly nsfw: boolean;
  /** Destinations that they cannot read; what was posted there is not shown to them. */
  readonly hidden: readonly Snowflake[];
}

/** What may be shown to a member in a channel. */
export async function viewerOf(
  member: GuildMember,
  channel: GuildTextBasedChannel | null,
  destinations: Pick<Destinations, 'list'>,
): Promise<Viewer> {
  const { guild } = member;
  const listed = await destinations.list(guild.id);
  const hidden = listed
    .map(({ channelId }) => channelId)
    .filter((id) => guild.channels.cache.get(id)?.permissionsFor(member).has('ViewChannel') === false);
  return { guildId: guild.id, nsfw: channel !== null && isAgeRestricted(channel), hidden };
}

/** Tells whether an item may be shown. */
export function mayBeShown(
  { nsfw, postedChannelId }: { readonly nsfw: boolean; readonly postedChannelId: Snowflake | null },
  viewer: Viewer,
): 'elsewhere' | 'never' | 'yes' {
  if (postedChannelId && viewer.hidden.includes(postedChannelId)) return 'never';
  return nsfw && !viewer.nsfw ? 'elsewhere' : 'yes';
}
