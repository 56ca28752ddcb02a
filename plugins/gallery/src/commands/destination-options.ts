import { UserError } from '@twi/sdk';
import type { ChatInputCommandInteraction } from 'discord.js';
import { badKind } from '../destinations/destination-errors.ts';
import { type DestinationChannel, isDestinationChannel } from '../destinations/destination-channel.ts';
import type { DestinationRules } from '../destinations/destinations.ts';
import { isItemKind, type ItemKind } from '../items/item-kind.ts';
import { splitTags } from '../items/tags.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

/** Discord offers channels of the right types alone. */
export function readChannel({ options }: Invocation): DestinationChannel {
  const channel = options.getChannel('channel', true);
  if (!isDestinationChannel(channel)) throw new TypeError(`A channel of type ${channel.type} was chosen.`);
  return channel;
}

/** How the channel is to take items. @throws {UserError} `gallery.bad-kind` */
export function readRules({ options }: Invocation): DestinationRules {
  const kinds = options.getString('kinds');
  const tags = options.getString('tags');
  return {
    ...(kinds !== null && { kinds: readKinds(kinds) }),
    ...(tags !== null && { defaultTags: splitTags(tags) }),
    nsfwOnly: options.getBoolean('nsfw-only') ?? false,
    autoThread: options.getBoolean('auto-thread') ?? false,
  };
}

function readKinds(typed: string): ItemKind[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const unknown = words.find((word) => !isItemKind(word));
  if (unknown !== undefined || words.length === 0) throw new UserError(badKind(unknown ?? typed));
  return [...new Set(words.filter(isItemKind))];
}
