import { permissionName, type PlainReply, reply } from '@twi/sdk';
import { channelMention, type Guild } from 'discord.js';
import type { Destination } from '../database/destination-repository.ts';
import { missingPermissions } from '../destinations/assert-usable.ts';
import { isDestinationChannel } from '../destinations/destination-channel.ts';
import { ALL_ITEM_KINDS } from '../items/item-kind.ts';
import { tagText } from './tag-text.ts';

/** The channels of a gallery, and what keeps items from being posted there. */
export function destinationsReply(destinations: readonly Destination[], guild: Guild): PlainReply {
  const lines = destinations.map(
    (destination) => `${destinationText(destination)}${problemText(destination, guild)}`,
  );
  return reply.list(lines, {
    title: 'Channels of the gallery',
    empty: 'Items are posted nowhere yet. `/gallery-admin channel add` chooses a channel.',
  });
}

/** `#art: image, video; tags fanart; a thread for each` */
export function destinationText({
  channelId,
  kinds,
  nsfwOnly,
  defaultTags,
  autoThread,
}: Destination): string {
  const parts = [
    kinds.length === ALL_ITEM_KINDS.length ? 'all kinds' : kinds.join(', '),
    ...(nsfwOnly ? ['NSFW only'] : []),
    ...(defaultTags.length > 0 ? [`tags ${defaultTags.map(tagText).join(' ')}`] : []),
    ...(autoThread ? ['a thread for each'] : []),
  ];
  return `${channelMention(channelId)}: ${parts.join('; ')}.`;
}

function problemText(destination: Destination, guild: Guild): string {
  const channel = guild.channels.cache.get(destination.channelId);
  if (!channel || !isDestinationChannel(channel)) return ' ⚠️ This channel is gone, or I cannot see it.';
  if (destination.nsfwOnly && !channel.nsfw) return ' ⚠️ It is not age-restricted any more.';
  const missing = missingPermissions(channel, destination).map((name) => `**${permissionName(name)}**`);
  return missing.length > 0 ? ` ⚠️ I lack ${missing.join(', ')} there.` : '';
}
