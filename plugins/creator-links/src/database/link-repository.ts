import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Selectable } from 'kysely';
import type { CreatorLinksTable } from './schema.ts';

export type LinkRow = Selectable<CreatorLinksTable>;

/** Whose links. */
export interface CreatorKey {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** The links of creators that are not removed. Changes run in the transaction that the repository was made with. */
export class LinkRepository {
  readonly #links: SoftDeleteTable<PluginTables<'creator-links'>, 'creator_links.creator_links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#links = new SoftDeleteTable(db, 'creator_links.creator_links');
  }

  /** All links of a person, hidden ones too, at most as many as the guild allows, in the order in which they are shown. */
  listOf({ guildId, userId }: CreatorKey): Promise<LinkRow[]> {
    return this.#links
      .selectLive()
      .selectAll()
      .where('guildId', '=', guildId)
      .where('userId', '=', userId)
      .orderBy('isFeatured', 'desc')
      .orderBy('weight', 'desc')
      .orderBy('titleKey')
      .execute();
  }
}
