import { isAgeRestricted } from '@twi/sdk';
import type { GuildMember, GuildTextBasedChannel, Snowflake } from 'discord.js';

/** What may be shown to somebody, there where they ask. */
export interface Viewer {
  readonly guildId: Snowflake;
  /** Whether NSFW items may be shown: in an age-restricted channel alone. */
  readonly nsfw: boolean;
  /** Channels that they cannot read; what was posted there, or comes from there, is not shown to them. */
  readonly hidden: readonly Snowflake[];
}

/** What may be shown to a member in a channel. */
export function viewerOf(member: GuildMember, channel: GuildTextBasedChannel | null): Viewer {
  const { guild } = member;
  const hidden = [...guild.channels.cache.values()]
    .filter((other) => !other.isThread() && !other.permissionsFor(member).has('ViewChannel'))
    .map(({ id }) => id);
  return { guildId: guild.id, nsfw: channel !== null && isAgeRestricted(channel), hidden };
}

/** Tells whether an item may be shown. */
export function mayBeShown(
  { nsfw, placeId }: { readonly nsfw: boolean; readonly placeId: Snowflake | null },
  viewer: Viewer,
): 'elsewhere' | 'never' | 'yes' {
  if (placeId && viewer.hidden.includes(placeId)) return 'never';
  return nsfw && !viewer.nsfw ? 'elsewhere' : 'yes';
}
