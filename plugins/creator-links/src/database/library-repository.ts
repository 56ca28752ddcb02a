import {
  asNumber,
  lockUntilCommit,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import { titleRefusal } from '../errors.ts';
import type { EntryContent } from '../library/entry-content.ts';
import { titleKey } from '../links/title.ts';
import type { LibraryLinksTable } from './schema.ts';

export type LibraryRow = Selectable<LibraryLinksTable>;

/** An entry as lists show it. */
export type LibraryHeading = Pick<LibraryRow, 'title' | 'tag'>;

/** What an entry becomes, and by whom. */
export interface EntryChange {
  readonly entry: EntryContent;
  readonly by: Snowflake;
}

/** How many entries have a tag. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** The library of links of guilds. Changes run in the transaction that the repository was made with. */
export class LibraryRepository {
  readonly #db: PluginDatabase<'creator-links'>;
  readonly #entries: SoftDeleteTable<PluginTables<'creator-links'>, 'creator_links.links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#db = db;
    this.#entries = new SoftDeleteTable(db, 'creator_links.links');
  }

  /** @throws {UserError} `creator-links.no-such-entry` */
  async get(guildId: Snowflake, title: string): Promise<LibraryRow> {
    const found = await this.#entries
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, titleKey: titleKey(title) }))
      .executeTakeFirst();
    if (!found) throw new UserError(titleRefusal('no-such-entry', title));
    return found;
  }

  /** An entry, deleted or not. */
  find(guildId: Snowflake, id: string): Promise<LibraryRow | undefined> {
    return this.#db
      .selectFrom('creator_links.links')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirst();
  }

  /** All entries, or those with a tag; as many as the guild allows, in no order. */
  headings(guildId: Snowflake, tag?: string): Promise<LibraryHeading[]> {
    return this.#entries
      .selectLive()
      .select(['title', 'tag'])
      .where('guildId', '=', guildId)
      .$if(tag !== undefined, (query) => query.where('tag', '=', tag ?? ''))
      .execute();
  }

  /** The titles that begin with what somebody typed so far. */
  async suggestTitles(guildId: Snowflake, typed: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#entries
      .selectLive()
      .select('title')
      .where('guildId', '=', guildId)
      .where('titleKey', 'like', `${literal(titleKey(typed))}%`)
      .orderBy('titleKey')
      .limit(limit)
      .execute();
    return rows.map(({ title }) => title);
  }

  /** The tags that begin with what somebody typed so far. */
  async suggestTags(guildId: Snowflake, typed: string, limit: number): Promise<readonly TagCount[]> {
    const rows = await this.#entries
      .selectLive()
      .select((eb) => ['tag', asNumber(eb.fn.countAll()).as('count')])
      .where('guildId', '=', guildId)
      .where('tag', 'like', `${literal(titleKey(typed).replace(/^#\s*/, ''))}%`)
      .groupBy('tag')
      .orderBy('tag')
      .limit(limit)
      .execute();
    return rows.flatMap(({ tag, count }) => (tag === null ? [] : { tag, count }));
  }

  async count(guildId: Snowflake): Promise<number> {
    const { count } = await this.#entries
      .selectLive()
      .select((eb) => asNumber(eb.fn.countAll()).as('count'))
      .where('guildId', '=', guildId)
      .executeTakeFirstOrThrow();
    return count;
  }

  async isTaken(guildId: Snowflake, title: string): Promise<boolean> {
    const found = await this.#entries
      .selectLive()
      .select('id')
      .where((eb) => eb.and({ guildId, titleKey: titleKey(title) }))
      .executeTakeFirst();
    return found !== undefined;
  }

  add(guildId: Snowflake, title: string, { entry, by }: EntryChange): Promise<LibraryRow> {
    return this.#db
      .insertInto('creator_links.links')
      .values({ guildId, title, titleKey: titleKey(title), addedBy: by, changedAt: sql`now()`, ...entry })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  change(id: string, { entry, by }: EntryChange): Promise<LibraryRow> {
    return this.#entries
      .updateLive()
      .set({ ...entry, changedBy: by, changedAt: sql<Date>`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async remove(id: string): Promise<void> {
    await this.#entries.markDeleted().where('id', '=', id).execute();
  }

  async restore(id: string): Promise<void> {
    await this.#entries.restore().where('id', '=', id).execute();
  }

  /** Lets one transaction at a time change the library of a guild. */
  async lock(guildId: Snowflake): Promise<void> {
    await lockUntilCommit(this.#db, `creator-links library ${guildId}`);
  }
}

/** Text as it stands, where `%` and `_` would mean anything. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
