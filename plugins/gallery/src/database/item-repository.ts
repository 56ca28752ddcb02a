import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { Insertable, Selectable, Updateable } from 'kysely';
import { itemNotFound } from '../errors.ts';
import type { ItemsTable } from './items-table.ts';

/** An item without what only queries need. */
export type Item = Omit<Selectable<ItemsTable>, 'creatorKey' | 'search'>;

/** What an item is added with; its number is the database's business. */
export type NewItemRow = Omit<Insertable<ItemsTable>, 'deletedAt' | 'number'>;

/** Which item: numbers count in each guild. */
export interface ItemKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** All that `Item` has. */
export const ITEM_COLUMNS = [
  'guildId',
  'number',
  'kind',
  'title',
  'url',
  'description',
  'creator',
  'creatorId',
  'tags',
  'nsfw',
  'addedBy',
  'addedAt',
  'sourceChannelId',
  'sourceMessageId',
  'sourceUrl',
  'sourceAuthorId',
  'postedChannelId',
  'postedMessageId',
  'placeId',
  'deletedAt',
] as const satisfies readonly (keyof Item)[];

/** Adds items and changes them. */
export class ItemRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#items = new SoftDeleteTable(db, 'gallery.items');
  }

  /** Keeps other changes to the gallery of a guild waiting until the transaction ends. */
  async lock(guildId: Snowflake): Promise<void> {
    await this.#db
      .insertInto('gallery.counters')
      .values({ guildId, lastNumber: 0 })
      .onConflict((conflict) =>
        conflict
          .column('guildId')
          .doUpdateSet((eb) => ({ lastNumber: eb.ref('gallery.counters.lastNumber') })),
      )
      .execute();
  }

  /** Adds an item with the next number of its guild; hold the lock. */
  async add(row: NewItemRow): Promise<Item> {
    return this.#db
      .with('counter', (db) =>
        db
          .updateTable('gallery.counters')
          .set((eb) => ({ lastNumber: eb('lastNumber', '+', 1) }))
          .where('guildId', '=', row.guildId)
          .returning('lastNumber'),
      )
      .insertInto('gallery.items')
      .values((eb) => ({ ...row, number: eb.selectFrom('counter').select('lastNumber') }))
      .returning(ITEM_COLUMNS)
      .executeTakeFirstOrThrow();
  }

  async find({ guildId, number }: ItemKey): Promise<Item | undefined> {
    return this.#items
      .selectLive()
      .select(ITEM_COLUMNS)
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
  }

  /** @throws {UserError} `gallery.item-not-found`, also for deleted items. */
  async get(key: ItemKey): Promise<Item> {
    const found = await this.find(key);
    if (!found) throw new UserError(itemNotFound(key.number));
    return found;
  }

  /** The item, also when it is deleted. @throws {UserError} `gallery.item-not-found` */
  async getDeletedOrLive({ guildId, number }: ItemKey): Promise<Item> {
    return this.#db
      .selectFrom('gallery.items')
      .select(ITEM_COLUMNS)
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirstOrThrow(() => new UserError(itemNotFound(number)));
  }

  /** Changes an item that is not deleted; `undefined` when there is none. */
  async change({ guildId, number }: ItemKey, values: Updateable<ItemsTable>): Promise<Item | undefined> {
    return this.#items
      .updateLive()
      .set(values)
      .where((eb) => eb.and({ guildId, number }))
      .returning(ITEM_COLUMNS)
      .executeTakeFirst();
  }

  /** Marks an item as deleted, or takes that back; `undefined` when it was so already or there is no such item. */
  async setDeleted({ guildId, number }: ItemKey, isDeleted: boolean): Promise<Item | undefined> {
    return (isDeleted ? this.#items.markDeleted() : this.#items.restore())
      .where((eb) => eb.and({ guildId, number }))
      .returning(ITEM_COLUMNS)
      .executeTakeFirst();
  }

  /** How many items a guild has that are not deleted. */
  async count(guildId: Snowflake): Promise<number> {
    const counted = await this.#db
      .selectFrom('gallery.tallies')
      .select((eb) => eb('safeItems', '+', eb.ref('nsfwItems')).as('items'))
      .where((eb) => eb.and({ guildId, what: 'all', name: '' }))
      .executeTakeFirst();
    return counted?.items ?? 0;
  }
}
