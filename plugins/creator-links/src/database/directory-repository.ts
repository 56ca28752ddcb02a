import {
  asNumber,
  type Page,
  paginate,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { LinkRow } from './link-repository.ts';

/** What of a guild's links is wanted. */
export interface DirectoryFilter {
  readonly guildId: Snowflake;
  /** Whether links for age-restricted channels are among them. */
  readonly nsfw: boolean;
  readonly platform?: string | undefined;
  /** Words that title, name or platform must have, or begin with. */
  readonly words?: readonly string[] | undefined;
}

/** How many links of a guild lead to a platform. */
export interface PlatformCount {
  readonly platform: string;
  readonly count: number;
}

const PAGE_SIZE = 8;

/** The links of everybody in a guild that may be shown: not removed, not hidden, of nobody who left. */
export class DirectoryRepository {
  readonly #links: SoftDeleteTable<PluginTables<'creator-links'>, 'creator_links.creator_links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#links = new SoftDeleteTable(db, 'creator_links.creator_links');
  }

  /**
   * A page of links, the newest first.
   *
   * @throws {CursorError} when the cursor belongs to another list.
   */
  page(filter: DirectoryFilter, cursor?: string): Promise<Page<LinkRow>> {
    return paginate(this.query(filter), {
      orderBy: [{ column: 'id', direction: 'desc' }],
      limit: PAGE_SIZE,
      cursor,
    });
  }

  /** What a page is read by, without its order. */
  query(filter: DirectoryFilter) {
    return this.#shown(filter).selectAll();
  }

  /** The platforms to which links lead, those with the most links first. */
  platforms(filter: Pick<DirectoryFilter, 'guildId' | 'nsfw'>, limit: number): Promise<PlatformCount[]> {
    return this.#shown(filter)
      .select((eb) => ['platform', asNumber(eb.fn.countAll()).as('count')])
      .groupBy('platform')
      .orderBy('count', 'desc')
      .orderBy('platform')
      .limit(limit)
      .execute();
  }

  #shown({ guildId, nsfw, platform, words }: DirectoryFilter) {
    return this.#links
      .selectLive()
      .where('guildId', '=', guildId)
      .where('hiddenAt', 'is', null)
      .$if(!nsfw, (query) => query.where('isNsfw', '=', false))
      .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? ''))
      .$if(words !== undefined, (query) => query.where(hasWords(guildId, words ?? [])))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('creator_links.creators as creator')
            .select(sql.lit(1).as('one'))
            .whereRef('creator.guildId', '=', 'creator_links.creator_links.guildId')
            .whereRef('creator.userId', '=', 'creator_links.creator_links.userId')
            .where('creator.leftAt', 'is', null),
        ),
      );
  }
}

/** The expression of the index: the guild is one of its words, so that other guilds' links are not looked at. */
function hasWords(guildId: Snowflake, words: readonly string[]) {
  const prefixes = words.map((word) => `${word}:*`).join(' & ');
  return sql<boolean>`
    (array_to_tsvector(array['guild ' || guild_id::text]) ||
      to_tsvector('simple', translate(title || ' ' || coalesce(username, '') || ' ' || platform,
        './@:+-<>&~#=?%', '              ')))
    @@ (${`'guild ${guildId}'`}::tsquery && to_tsquery('simple', ${prefixes}))`;
}
