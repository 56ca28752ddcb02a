import { clip, escaped, type Translator } from '@twi/sdk';
import { bold, channelMention, roleMention } from 'discord.js';
import { linked } from '../cards/shown-text.ts';
import type { FeedView } from '../feeds/feed-view.ts';
import { SOURCE_NAMES } from '../feeds/source-names.ts';
import { fittingList } from './fitting-list.ts';

const LONGEST_NAME = 80;
const LONGEST_WORDS = 120;

/** `#3 **Name** · RSS → #channel` */
export function feedHeading({ number, name, url, source, channelId }: FeedView): string {
  const shown = clip(escaped(name), LONGEST_NAME);
  return `#${number} ${bold(linked(shown, url))} · ${SOURCE_NAMES[source]} → ${channelMention(channelId)}`;
}

/** How a feed posts, where it is not as all do; may be empty. */
export function feedChoices({ guildId, mentionRoleId, options }: FeedView, t: Translator): string[] {
  const { include, exclude, isSpoiler, isForGallery } = options;
  const role = mentionRoleId === guildId ? '@everyone' : mentionRoleId && roleMention(mentionRoleId);
  const list = (words: readonly string[]) => fittingList(words.map(escaped), LONGEST_WORDS, t);
  return [
    ...(role ? [t('integrations:feed.list.mentions', { role })] : []),
    ...(include.length > 0 ? [t('integrations:feed.list.include', { words: list(include) })] : []),
    ...(exclude.length > 0 ? [t('integrations:feed.list.exclude', { words: list(exclude) })] : []),
    ...(isSpoiler ? [t('integrations:feed.list.spoiler')] : []),
    ...(isForGallery ? [t('integrations:feed.list.gallery')] : []),
  ];
}

/** Why a feed posts nothing, or `undefined` where it does. */
export function pauseText({ pausedAt, pauseReason }: FeedView, t: Translator): string | undefined {
  return pausedAt ? t(`integrations:feed.paused-because.${pauseReason ?? 'staff'}`) : undefined;
}
