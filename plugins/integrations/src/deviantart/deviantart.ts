import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { secretOf } from '../services/secret-of.ts';
import { DeviantArtClient } from './deviantart-client.ts';
import { parseArtist, parseDeviationAddress } from './deviantart-address.ts';
import type { DescribedDeviation, Deviation } from './deviation.ts';

/** How many deviations of an artist are shown. */
const GALLERY_SIZE = 10;

/** Art on DeviantArt, with the credentials of a guild or the bot's. */
export class DeviantArt {
  readonly #context: IntegrationsContext;
  readonly #client: DeviantArtClient;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.#client = new DeviantArtClient(context.http, context.serviceAddress('deviantart'));
  }

  /** @throws {UserError} where the address leads to no deviation. */
  async deviation(guildId: Snowflake, url: string): Promise<DescribedDeviation> {
    const path = parseDeviationAddress(url);
    if (path === undefined) throw new UserError(plainRefusal('not-a-deviation'));
    const secret = await secretOf(this.#context, 'deviantart', guildId);
    return this.#client.deviation(await this.#client.idOf(path), { secret });
  }

  /** The same, by the id that the API knows it by. */
  async deviationById(guildId: Snowflake, id: string): Promise<DescribedDeviation> {
    return this.#client.deviation(id, { secret: await secretOf(this.#context, 'deviantart', guildId) });
  }

  /**
   * What an artist posted last.
   *
   * @param isAdult whether what is for adults is among it.
   * @throws {UserError} where there is no such artist.
   */
  async gallery(
    guildId: Snowflake,
    typed: string,
    { isAdult }: { readonly isAdult: boolean },
  ): Promise<{ readonly artist: string; readonly deviations: readonly Deviation[] }> {
    const artist = parseArtist(typed);
    if (artist === undefined) throw new UserError(plainRefusal('not-an-artist'));
    const secret = await secretOf(this.#context, 'deviantart', guildId);
    const found = await this.#client.gallery(artist, { secret, size: GALLERY_SIZE, isAdult });
    return { artist, deviations: found.filter(({ isMature }) => isAdult || !isMature) };
  }
}
