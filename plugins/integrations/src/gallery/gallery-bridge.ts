import type { Gallery } from '@twi/plugin-gallery';
import { clip, UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import type { Ao3Work } from '../ao3/ao3-work.ts';
import type { IntegrationsContext } from '../context.ts';
import type { DescribedDeviation } from '../deviantart/deviation.ts';
import { plainRefusal } from '../errors.ts';
import { galleryOff } from '../feeds/feed-command-errors.ts';
import type { FeedItem } from '../feeds/feed-item.ts';
import { workUrl } from '../replies/ao3-work-reply.ts';

/** What the gallery takes. */
const LONGEST_TEXT = 100;
const MOST_TAGS = 10;
const TAG = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,29}$/u;

type NewItem = Parameters<Gallery['items']['add']>[0];
type AddResult = Awaited<ReturnType<Gallery['items']['add']>>;
/** What is shown elsewhere, as the gallery wants it. */
type Content = Pick<NewItem, 'title' | 'nsfw'> & {
  readonly url: string;
  readonly creator?: string | undefined;
  readonly tags: readonly string[];
};

/** Where an item that a feed posted is. */
interface PostedItem extends Required<Pick<NewItem, 'guildId' | 'posted' | 'placeId'>> {
  /** What people call the feed. */
  readonly feed: string;
  readonly isForAdults: boolean;
}

/** Hands what was found elsewhere to the gallery, where that plugin is on. Pictures are handed over as links: their addresses end. */
export class GalleryBridge {
  readonly #services: IntegrationsContext['services'];

  constructor({ services }: Pick<IntegrationsContext, 'services'>) {
    this.#services = services;
  }

  /** Whether a guild has a gallery. */
  isOpenIn(guildId: Snowflake): boolean {
    return this.#services.get('gallery', guildId) !== undefined;
  }

  /** @throws {UserError} `integrations.gallery-off` where a guild has no gallery to choose. */
  assertOpenIn(guildId: Snowflake): void {
    if (!this.isOpenIn(guildId)) throw new UserError(galleryOff());
  }

  /** @throws {UserError} where there is no gallery. */
  addDeviation(
    member: GuildMember,
    { title, url, artist, tags, isMature }: DescribedDeviation,
  ): Promise<AddResult> {
    return this.#add(
      { guildId: member.guild.id, addedBy: member.id },
      { title, url, creator: artist, tags, nsfw: isMature },
    );
  }

  /** @throws {UserError} where there is no gallery. */
  addWork(
    member: GuildMember,
    work: Ao3Work,
    { isForAdults }: Pick<PostedItem, 'isForAdults'>,
  ): Promise<AddResult> {
    return this.#add(
      { guildId: member.guild.id, addedBy: member.id },
      {
        title: work.title,
        url: workUrl(work.id),
        creator: work.authors.map(({ name }) => name).join(', '),
        tags: [...work.fandoms, ...work.tags],
        nsfw: isForAdults,
      },
    );
  }

  /** Adds what a feed posted, if it leads somewhere; the bot itself adds it. @throws {UserError} where there is no gallery. */
  async addItem(item: FeedItem, { feed, isForAdults, ...place }: PostedItem): Promise<AddResult | undefined> {
    const { url, title, work, author, tags } = item;
    if (url === undefined) return undefined;
    return this.#add(place, {
      title: work?.title ?? title ?? author ?? feed,
      url,
      creator: author,
      tags: [...(work?.fandoms ?? []), ...tags],
      nsfw: isForAdults,
    });
  }

  async #add(
    place: Pick<NewItem, 'guildId' | 'addedBy' | 'posted' | 'placeId'>,
    { title, url, creator, tags, nsfw }: Content,
  ): Promise<AddResult> {
    const gallery = this.#services.get('gallery', place.guildId);
    if (!gallery) throw new UserError(plainRefusal('no-gallery'));
    return gallery.items.add({
      ...place,
      kind: 'link',
      title: clip(title.trim() === '' ? url : title.trim(), LONGEST_TEXT),
      url,
      creator: creator && clip(creator, LONGEST_TEXT),
      tags: [...new Set(tags.map((tag) => tag.toLowerCase()).filter(isTag))].slice(0, MOST_TAGS),
      nsfw,
    });
  }
}

/** Whether the gallery takes it; it takes no ids of people. */
function isTag(tag: string): boolean {
  return TAG.test(tag) && !/\d{15}/.test(tag);
}
