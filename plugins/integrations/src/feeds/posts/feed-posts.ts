import { clip, isAgeRestricted, translator, type Translator } from '@twi/sdk';
import {
  type ForumChannel,
  type GuildTextBasedChannel,
  type Message,
  type MessageMentionOptions,
  roleMention,
  type Snowflake,
  subtext,
} from 'discord.js';
import { ADULT_RATINGS } from '../../ao3/adult-ratings.ts';
import { cardLayout, type CardMessage } from '../../cards/card-layout.ts';
import type { IntegrationsContext } from '../../context.ts';
import { GalleryBridge } from '../../gallery/gallery-bridge.ts';
import { galleryButton } from '../../gallery/gallery-button.ts';
import type { FeedItem } from '../feed-item.ts';
import { accepts } from '../filters/accepts.ts';
import type { FeedSourceId } from '../sources/feed-source.ts';
import type { FeedOptions } from './feed-options.ts';
import { galleryReference } from './gallery-reference.ts';
import { itemCard, titleOf } from './item-card.ts';

/** Discord's limit for the name of a thread (Resources › Channel). */
const LONGEST_THREAD_NAME = 100;

/** What posts need to know of a feed. */
interface FollowedFeed {
  readonly guildId: Snowflake;
  readonly source: FeedSourceId;
  readonly name: string;
  /** Who is told; the guild's own id for everyone. */
  readonly mentionRoleId: Snowflake | null;
  readonly options: FeedOptions;
}

/** Where an item is to be shown. */
export interface PostPlace {
  readonly feed: FollowedFeed;
  readonly channel: GuildTextBasedChannel | ForumChannel;
  /** How many items before this one are not posted, since there were too many. */
  readonly leftOut: number;
}

/** An item as it is posted. */
export interface FeedPost {
  readonly message: CardMessage;
  /** What it is called where each post is a thread. */
  readonly threadName: string;
  /** Names of forum tags that fit, where the forum has them. */
  readonly tags: readonly string[];
}

/** How what feeds deliver looks, and what becomes of it. */
export class FeedPosts {
  readonly #settings: IntegrationsContext['settings'];
  readonly #gallery: GalleryBridge;

  constructor(context: IntegrationsContext) {
    this.#settings = context.settings;
    this.#gallery = new GalleryBridge(context);
  }

  /** Whether the filters of a feed let an item through. */
  accepts(item: FeedItem, options: FeedOptions): boolean {
    return accepts(item, options);
  }

  /** An item as a channel shows it; `undefined` where it is not shown there: it is for adults, and the channel is for everybody. */
  async render(item: FeedItem, place: PostPlace): Promise<FeedPost | undefined> {
    const { feed, channel, leftOut } = place;
    if (!isAgeRestricted(channel) && (await this.isForAdults(item, feed.guildId))) return undefined;
    const t = await translator(channel.guild);
    return {
      message: this.#message(item, { feed, leftOut, t }),
      threadName: threadNameOf(item, feed.name, t),
      tags: [...item.tags, ...(item.work?.fandoms ?? []), feed.name],
    };
  }

  /** Puts an item that was posted into the gallery, where the feed is to and the guild has one. */
  async sent(
    item: FeedItem,
    { guildId, name, options }: FollowedFeed,
    message: Message<true>,
  ): Promise<void> {
    if (!options.isForGallery || !this.#gallery.isOpenIn(guildId)) return;
    const { channel, channelId, id: messageId } = message;
    await this.#gallery.addItem(item, {
      guildId,
      feed: name,
      isForAdults: await this.isForAdults(item, guildId),
      posted: { channelId, messageId },
      placeId: channel.isThread() ? (channel.parentId ?? channelId) : channelId,
    });
  }

  /** Whether a guild shows an item in age-restricted channels alone. */
  async isForAdults({ isAdult, work }: FeedItem, guildId: Snowflake): Promise<boolean> {
    if (!work) return isAdult;
    const { ao3AgeRestricted } = await this.#settings.get(guildId);
    return ADULT_RATINGS[ao3AgeRestricted].has(work.rating);
  }

  #message(
    item: FeedItem,
    { feed, leftOut, t }: Pick<PostPlace, 'feed' | 'leftOut'> & { readonly t: Translator },
  ): CardMessage {
    const { guildId, mentionRoleId, options, source, name } = feed;
    const mention = mentionOf(mentionRoleId, guildId);
    const reference = galleryReference(item, source);
    // What a feed puts into the gallery by itself needs no button.
    const hasButton = reference !== undefined && !options.isForGallery && this.#gallery.isOpenIn(guildId);
    const layout = cardLayout(itemCard(item, { source, name, isSpoiler: options.isSpoiler }, t), {
      above: [
        ...(mention ? [mention.text] : []),
        ...(leftOut > 0 ? [subtext(t('integrations:feed.posts.left-out', { count: leftOut }))] : []),
      ],
      buttons: hasButton ? [galleryButton(reference, t)] : [],
    });
    return mention ? { ...layout, allowedMentions: mention.allowed } : layout;
  }
}

/** How a role is told, and that nobody else is. */
function mentionOf(
  roleId: Snowflake | null,
  guildId: Snowflake,
): { readonly text: string; readonly allowed: MessageMentionOptions } | undefined {
  if (roleId === null) return undefined;
  return roleId === guildId
    ? { text: '@everyone', allowed: { parse: ['everyone'] } }
    : { text: roleMention(roleId), allowed: { parse: [], roles: [roleId] } };
}

/** Names of threads are not formatted. What a person wrote never is empty there. */
function threadNameOf(item: FeedItem, feed: string, t: Translator): string {
  const name = titleOf(item, feed, t).replaceAll(/\s+/gu, ' ').trim();
  return clip(name === '' ? feed : name, LONGEST_THREAD_NAME);
}
