import { permissionName, quotable, type UserError } from '@twi/sdk';
import { channelMention, type PermissionsString, type Snowflake } from 'discord.js';
import { ALL_ITEM_KINDS } from '../items/item-kind.ts';

type Refusal = UserError.Options;

export function notDestination(channelId: Snowflake): Refusal {
  return {
    identifier: 'gallery.not-destination',
    message: `${channelMention(channelId)} is no channel of the gallery. \`/gallery-admin channel list\` shows those that are.`,
  };
}

export function destinationChangedSince(channelId: Snowflake): Refusal {
  return {
    identifier: 'gallery.destination-changed-since',
    message: `What the gallery does in ${channelMention(channelId)} was changed since, so nothing was changed.`,
  };
}

export function tooManyDestinations(most: number): Refusal {
  return {
    identifier: 'gallery.too-many-destinations',
    message: `The gallery has ${most} channels already, and no more fit into a menu. Remove one with \`/gallery-admin channel remove\`.`,
  };
}

export function badKind(given: string): Refusal {
  return {
    identifier: 'gallery.bad-kind',
    message: `\`kinds\` does not take “${quotable(given)}”. Give one or more of ${ALL_ITEM_KINDS.join(', ')}, with commas between them.`,
  };
}

export function notAgeRestricted(channelId: Snowflake): Refusal {
  return {
    identifier: 'gallery.not-age-restricted',
    message: `\`nsfw-only\` needs an age-restricted channel, and ${channelMention(channelId)} is none. Switch that on in the settings of the channel in Discord.`,
  };
}

export function threadsOfForum(channelId: Snowflake): Refusal {
  return {
    identifier: 'gallery.threads-of-forum',
    message: `\`auto-thread\` is for text channels; in the forum ${channelMention(channelId)}, each post is a thread already.`,
  };
}

export function botLacks(channelId: Snowflake, permissions: readonly PermissionsString[]): Refusal {
  const names = permissions.map((permission) => `**${permissionName(permission)}**`).join(', ');
  return {
    identifier: 'gallery.bot-lacks',
    message: `In ${channelMention(channelId)}, I lack ${names}. Give me that in the settings of the channel, and try again.`,
  };
}
