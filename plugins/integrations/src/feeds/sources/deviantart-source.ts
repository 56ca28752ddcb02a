import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../../context.ts';
import type { Deviation } from '../../deviantart/deviation.ts';
import { parseArtist } from '../../deviantart/deviantart-address.ts';
import { DeviantArtClient } from '../../deviantart/deviantart-client.ts';
import { badFeedTarget } from '../feed-errors.ts';
import type { NewFeedItem } from '../feed-item.ts';
import { ownerOf, secretFor } from './credential-owner.ts';
import type { FeedSource, Reading, TargetAddress, TargetToRead } from './feed-source.ts';

const INTERVAL_MS = 1_800_000;
/** What the API gives at once (https://www.deviantart.com/developers/http/v1/20240701/gallery_all). */
const GALLERY_SIZE = 24;

/** Galleries on DeviantArt. Their key is the artist's name in lower case. */
export class DeviantArtSource implements FeedSource {
  readonly #context: IntegrationsContext;
  readonly #client: DeviantArtClient;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.#client = new DeviantArtClient(context.http, context.serviceAddress('deviantart'));
  }

  intervalOf(): number {
    return INTERVAL_MS;
  }

  async locate(typed: string, guildId: Snowflake): Promise<TargetAddress> {
    const artist = parseArtist(typed);
    if (artist === undefined) throw new UserError(badFeedTarget('deviantart'));
    return {
      key: artist.toLowerCase(),
      credentialGuildId: await ownerOf(this.#context, 'deviantart', guildId),
    };
  }

  async read({ key, credentialGuildId }: TargetToRead): Promise<Reading> {
    const secret = await secretFor(this.#context, 'deviantart', credentialGuildId);
    const found = await this.#client.gallery(key, { secret, size: GALLERY_SIZE, isAdult: true });
    return {
      isUnchanged: false,
      state: {},
      name: found[0]?.artist ?? key,
      url: `https://www.deviantart.com/${key}`,
      items: found.map(itemOf),
      hasTrustedIds: true,
      isExcerpt: true,
    };
  }
}

function itemOf({ id, url, title, artist, isMature, publishedAt, pictureUrl }: Deviation): NewFeedItem {
  return {
    kind: 'art',
    id,
    url,
    title,
    author: artist,
    authorUrl: `https://www.deviantart.com/${artist}`,
    publishedAt,
    pictures: pictureUrl === undefined ? [] : [pictureUrl],
    isAdult: isMature,
  };
}
