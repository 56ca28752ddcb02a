import { refusal, type UserError } from '@twi/sdk';
import { channelMention, type Role, roleMention, type Snowflake } from 'discord.js';
import { SOURCE_NAMES } from './source-names.ts';
import type { FeedSourceId } from './sources/feed-source.ts';

type Refusal = UserError.Options;

/** The words of a filter cannot be read. */
export function badFilter(option: 'include' | 'exclude', most: number, longest: number): Refusal {
  return refusal('integrations:feed.errors.bad-filter', { option, most, longest });
}

/** Somebody wants a feed to mention whom they, or the bot, may not. */
export function mayNotMention(
  who: 'may-not-mention' | 'bot-may-not-mention',
  { id, guild }: Pick<Role, 'id' | 'guild'>,
  channelId: Snowflake,
): Refusal {
  return refusal(`integrations:feed.errors.${who}`, {
    role: id === guild.id ? '@everyone' : roleMention(id),
    channel: channelMention(channelId),
  });
}

/** A page names no feed. */
export function pageWithoutFeed(): Refusal {
  return refusal('integrations:feed.errors.page-without-feed');
}

/** A page names several feeds. @param feeds one on a line, formatted. */
export function pageWithFeeds(feeds: string): Refusal {
  return refusal('integrations:feed.errors.page-with-feeds', { feeds });
}

/** An address belongs to another source than was chosen. */
export function otherSource(source: FeedSourceId): Refusal {
  return refusal('integrations:feed.errors.other-source', { source, service: SOURCE_NAMES[source] });
}

/** A feed is to hand posts to a gallery that is off. */
export function galleryOff(): Refusal {
  return refusal('integrations:feed.errors.gallery-off');
}
