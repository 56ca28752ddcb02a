import type { Gallery } from '@twi/plugin-gallery';
import { clip, UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import type { DescribedDeviation } from '../deviantart/deviation.ts';
import { plainRefusal } from '../errors.ts';

/** What the gallery takes. */
const LONGEST_TEXT = 100;
const MOST_TAGS = 10;
const TAG = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,29}$/u;

type AddResult = Awaited<ReturnType<Gallery['items']['add']>>;

/** Hands what was found elsewhere to the gallery, where that plugin is on. */
export class GalleryBridge {
  readonly #services: IntegrationsContext['services'];

  constructor({ services }: Pick<IntegrationsContext, 'services'>) {
    this.#services = services;
  }

  /** Whether a guild has a gallery. */
  isOpenIn(guildId: Snowflake): boolean {
    return this.#services.get('gallery', guildId) !== undefined;
  }

  /** Adds a deviation as a link, since addresses of its picture end. @throws {UserError} where there is no gallery. */
  async add(
    member: GuildMember,
    { title, url, artist, tags, isMature }: DescribedDeviation,
  ): Promise<AddResult> {
    const gallery = this.#services.get('gallery', member.guild.id);
    if (!gallery) throw new UserError(plainRefusal('no-gallery'));
    return gallery.items.add({
      guildId: member.guild.id,
      kind: 'link',
      title: clip(title.trim() === '' ? url : title, LONGEST_TEXT),
      url,
      creator: clip(artist, LONGEST_TEXT),
      tags: [
        ...new Set(
          tags.map((tag) => tag.toLowerCase()).filter((tag) => TAG.test(tag) && !/\d{15}/.test(tag)),
        ),
      ].slice(0, MOST_TAGS),
      nsfw: isMature,
      addedBy: member.id,
    });
  }
}
