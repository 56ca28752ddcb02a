import type { QueryCache } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { sharedTurns } from '../services/shared-turns.ts';
import { ADULT_RATINGS } from './adult-ratings.ts';
import { parseAo3Address } from './ao3-address.ts';
import { AO3_RATE, Ao3Client } from './ao3-client.ts';
import type { Ao3List, Ao3Work } from './ao3-work.ts';

/** For how long a page is not asked for again. */
const FRESH_MS = 300_000;
/** A list holds 20 works of some kilobytes, so this is some megabytes. */
const MAX_LISTS = 50;
const MAX_WORKS = 500;

/** Works, series and authors of the Archive of Our Own, each asked for once in some minutes. */
export class Ao3 {
  readonly #settings: IntegrationsContext['settings'];
  readonly #works: QueryCache<Ao3Work>;
  readonly #series: QueryCache<Ao3List>;
  readonly #authors: QueryCache<Ao3List>;

  constructor(context: IntegrationsContext) {
    const client = new Ao3Client(context.http, {
      base: context.serviceAddress('ao3'),
      turns: sharedTurns(context.db, { service: 'AO3', rate: AO3_RATE }),
    });
    this.#settings = context.settings;
    this.#works = context.cache({
      name: 'ao3-works',
      max: MAX_WORKS,
      ttlMs: FRESH_MS,
      load: (id) => client.work({ kind: 'work', id }),
    });
    this.#series = context.cache({
      name: 'ao3-series',
      max: MAX_LISTS,
      ttlMs: FRESH_MS,
      load: (id) => client.series({ kind: 'series', id }),
    });
    this.#authors = context.cache({
      name: 'ao3-authors',
      max: MAX_LISTS,
      ttlMs: FRESH_MS,
      load: (key) => {
        const [user = '', pseud] = key.split('/', 2);
        return client.author({ kind: 'author', user, pseud });
      },
    });
  }

  /** @throws {UserError} where the address leads to no work, or the work may not be read. */
  async work(url: string): Promise<Ao3Work> {
    const address = parseAo3Address(url);
    if (address?.kind !== 'work') throw new UserError(plainRefusal('not-a-work'));
    return this.workById(address.id);
  }

  /** @throws {UserError} where the work is not there, or may not be read. */
  workById(id: string): Promise<Ao3Work> {
    return this.#works.get(id);
  }

  /** @throws {UserError} where the address leads to no series. */
  async series(url: string): Promise<Ao3List> {
    const address = parseAo3Address(url);
    if (address?.kind !== 'series') throw new UserError(plainRefusal('not-a-series'));
    return this.#series.get(address.id);
  }

  /** @throws {UserError} where the address leads to no author. */
  async author(url: string): Promise<Ao3List> {
    const address = parseAo3Address(url);
    if (address?.kind !== 'author') throw new UserError(plainRefusal('not-an-author'));
    const { user, pseud } = address;
    // A slash is in no name of a user.
    return this.#authors.get(pseud === undefined ? user : `${user}/${pseud}`);
  }

  /** Tells which works a guild shows in full in age-restricted channels alone. */
  async restrictionOf(guildId: Snowflake): Promise<(work: Pick<Ao3Work, 'rating'>) => boolean> {
    const { ao3AgeRestricted } = await this.#settings.get(guildId);
    const ratings = ADULT_RATINGS[ao3AgeRestricted];
    return ({ rating }) => ratings.has(rating);
  }
}
