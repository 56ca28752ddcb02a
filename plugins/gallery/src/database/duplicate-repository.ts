import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import { type Item, ITEM_COLUMNS } from './item-repository.ts';

/** Finds items that are there already; deleted ones do not count. */
export class DuplicateRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#items = new SoftDeleteTable(db, 'gallery.items');
  }

  /** The item that came from a message. */
  async findBySource(guildId: Snowflake, sourceMessageId: Snowflake): Promise<Item | undefined> {
    return this.#items
      .selectLive()
      .select(ITEM_COLUMNS)
      .where((eb) => eb.and({ guildId, sourceMessageId }))
      .executeTakeFirst();
  }

  /** The first item with exactly this address. */
  async findByUrl(guildId: Snowflake, url: string): Promise<Item | undefined> {
    return this.#items
      .selectLive()
      .select(ITEM_COLUMNS)
      .where((eb) => eb.and({ guildId, url }))
      .where(sql<boolean>`md5(url) = md5(${url})`)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
  }

  /** The first item that has one of these files. */
  async findBySha256(guildId: Snowflake, hashes: readonly string[]): Promise<number | undefined> {
    return this.#firstOf(filesOf(this.#db, guildId).where('sha256', 'in', hashes));
  }

  /** The first item with a picture that looks like one of these: of 64 digits, at most `distance` differ. */
  async findAlike(
    guildId: Snowflake,
    hashes: readonly string[],
    distance: number,
  ): Promise<number | undefined> {
    const near = sql.join(
      hashes.map((hash) => sql`bit_count(gallery.files.perceptual_hash # ${hash}::bit(64)) <= ${distance}`),
      sql` or `,
    );
    return this.#firstOf(
      filesOf(this.#db, guildId)
        .where('perceptualHash', 'is not', null)
        .where(sql<boolean>`(${near})`),
    );
  }

  /** The first item that is not deleted among those of the files. The files come first: few are the same, many are looked at. */
  async #firstOf(files: ReturnType<typeof filesOf>): Promise<number | undefined> {
    const found = await this.#items
      .selectLive()
      .innerJoin(
        (db) => db.selectFrom(files.as('same')).selectAll().distinct().as('found'),
        (join) =>
          join
            .onRef('found.guildId', '=', 'gallery.items.guildId')
            .onRef('found.itemNumber', '=', 'gallery.items.number'),
      )
      .select((eb) => eb.fn.min('gallery.items.number').as('first'))
      .executeTakeFirst();
    return found?.first ?? undefined;
  }
}

function filesOf(db: PluginDatabase<'gallery'>, guildId: Snowflake) {
  return db
    .selectFrom('gallery.files')
    .select(['gallery.files.guildId', 'gallery.files.itemNumber'])
    .where('gallery.files.guildId', '=', guildId);
}
