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
    return this.#firstWith(guildId, (files) => files.where('sha256', 'in', hashes));
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
    return this.#firstWith(guildId, (files) =>
      files.where('perceptualHash', 'is not', null).where(sql<boolean>`(${near})`),
    );
  }

  async #firstWith(
    guildId: Snowflake,
    narrow: (files: ReturnType<typeof filesOf>) => ReturnType<typeof filesOf>,
  ): Promise<number | undefined> {
    const found = await narrow(filesOf(this.#db, guildId))
      .orderBy('gallery.files.itemNumber')
      .limit(1)
      .executeTakeFirst();
    return found?.itemNumber;
  }
}

/** The files of items that are not deleted. */
function filesOf(db: PluginDatabase<'gallery'>, guildId: Snowflake) {
  return db
    .selectFrom('gallery.files')
    .innerJoin('gallery.items', (join) =>
      join
        .onRef('gallery.items.guildId', '=', 'gallery.files.guildId')
        .onRef('gallery.items.number', '=', 'gallery.files.itemNumber'),
    )
    .select('gallery.files.itemNumber')
    .where('gallery.files.guildId', '=', guildId)
    .where('gallery.items.deletedAt', 'is', null);
}
