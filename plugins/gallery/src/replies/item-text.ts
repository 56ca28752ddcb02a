import { clip, type Translator, escaped } from '@twi/sdk';
import { bold, messageLink, subtext, time, TimestampStyles, userMention } from 'discord.js';
import type { Item } from '../database/item-repository.ts';
import { tagText } from './tag-text.ts';

/** In lists. */
const LONGEST_SUMMARY = 120;

/** `#12 Title` */
export function itemTitle({ number, title }: Pick<Item, 'number' | 'title'>): string {
  return `#${number} ${escaped(title)}`;
}

/** Who made it and its tags, on one line; nothing for what has neither. */
export function creditLine({ creator, creatorId, tags }: Item, t: Translator): string[] {
  const who = creatorId ? userMention(creatorId) : creator && escaped(creator);
  const parts = [
    ...(who ? [t('gallery:item.by', { who })] : []),
    ...(tags.length > 0 ? [tags.map(tagText).join(' ')] : []),
  ];
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

/** When it was added, and by whom where the server shows that. */
export function originLine({ addedAt, addedBy }: Item, t: Translator, showAdder: boolean): string {
  const when = time(addedAt, TimestampStyles.LongDate);
  return subtext(
    showAdder && addedBy
      ? t('gallery:item.added-by', { who: userMention(addedBy), when })
      : t('gallery:item.added', { when }),
  );
}

/** An item in a list. */
export function itemSummary(item: Item, t: Translator): string {
  const { description } = item;
  return [
    bold(itemTitle(item)),
    ...(description ? [clip(escaped(description), LONGEST_SUMMARY)] : []),
    ...creditLine(item, t),
  ].join('\n');
}

/** Where the message is that it was found in. */
export function sourceLink({ guildId, sourceChannelId, sourceMessageId, sourceUrl }: Item): string | null {
  return sourceChannelId && sourceMessageId
    ? messageLink(sourceChannelId, sourceMessageId, guildId)
    : sourceUrl;
}

/** Where the bot has posted it. */
export function postLink({ guildId, postedChannelId, postedMessageId }: Item): string | null {
  return postedChannelId && postedMessageId ? messageLink(postedChannelId, postedMessageId, guildId) : null;
}
