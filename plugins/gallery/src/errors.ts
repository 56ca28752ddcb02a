import { quotable, refusal, type UserError } from '@twi/sdk';
import { channelMention, type Snowflake } from 'discord.js';

type Refusal = UserError.Options;

/** Numbers of items are not grouped: `#1000`, as people type them. */
export function itemNotFound(number: number): Refusal {
  return refusal('gallery:errors.item-not-found', { number });
}

export function itemDeleted(number: number): Refusal {
  return refusal('gallery:errors.item-deleted', { number });
}

export function itemNotDeleted(number: number): Refusal {
  return refusal('gallery:errors.item-not-deleted', { number });
}

export function nothingToChange(number: number): Refusal {
  return refusal('gallery:errors.nothing-to-change', { number });
}

export function changedSince(number: number): Refusal {
  return refusal('gallery:errors.changed-since', { number });
}

export function galleryFull(most: number): Refusal {
  return refusal('gallery:errors.gallery-full', { most });
}

/** A message gives one item; another one took the place of what was removed. */
export function sourceTaken(number: number, other: number): Refusal {
  return refusal('gallery:errors.source-taken', { number, other });
}

export function emptyTitle(): Refusal {
  return refusal('gallery:errors.empty-title');
}

export function tooLong(option: string, length: number, most: number): Refusal {
  return refusal('gallery:errors.too-long', { option, length, most });
}

export function badUrl(given: string): Refusal {
  return refusal('gallery:errors.bad-url', { given: quotable(given) });
}

export function badTag(given: string, most: number): Refusal {
  return refusal('gallery:errors.bad-tag', { given: quotable(given), most });
}

export function tooManyTags(count: number, most: number): Refusal {
  return refusal('gallery:errors.too-many-tags', { count, most });
}

export function noWords(given: string): Refusal {
  return refusal('gallery:errors.no-words', { given: quotable(given) });
}

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
