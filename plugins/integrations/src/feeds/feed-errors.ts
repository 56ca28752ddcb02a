import { phrase, refusal, type UserError } from '@twi/sdk';
import { channelMention, type Snowflake } from 'discord.js';
import { SOURCE_NAMES } from './source-names.ts';
import type { FeedSourceId } from './sources/feed-source.ts';

type Refusal = UserError.Options;

/** What was typed leads to nothing that can be followed. */
export function badFeedTarget(source: FeedSourceId): Refusal {
  return refusal('integrations:feeds.errors.bad-target', {
    source: SOURCE_NAMES[source],
    accepted: phrase(`integrations:feeds.accepted.${source}`),
  });
}

/** A channel gets it already. */
export function feedTwice(number: number): Refusal {
  return refusal('integrations:feeds.errors.twice', { number });
}

/** A guild follows as much as it may. */
export function feedsFull(count: number): Refusal {
  return refusal('integrations:feeds.errors.full', { count });
}

export function noSuchFeed(): Refusal {
  return refusal('integrations:feeds.errors.no-such-feed');
}

/** The bot may not post where it is to. */
export function feedChannelClosed(channelId: Snowflake, send: string): Refusal {
  return refusal('integrations:feeds.errors.channel', { channel: channelMention(channelId), send });
}

/** Nothing can be posted there. */
export function notAFeedChannel(channelId: Snowflake): Refusal {
  return refusal('integrations:feeds.errors.not-a-channel', { channel: channelMention(channelId) });
}

/** A feed is not in the state from which it is to be changed. */
export function feedIsNot(
  what: 'not-paused' | 'is-paused' | 'not-removed' | 'unchanged' | 'changed-since',
  number: number,
): Refusal {
  return refusal(`integrations:feeds.errors.${what}`, { number });
}

/** Another process reads it. */
export function feedBeingRead(): Refusal {
  return refusal('integrations:feeds.errors.being-read');
}
