import { asNumber, type PluginDatabase } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { entryNotFound } from '../imports/import-errors.ts';
import type { EntryState, ImportEntriesTable } from './import-tables.ts';

export type ImportEntry = Selectable<ImportEntriesTable>;
export type NewImportEntry = Insertable<ImportEntriesTable>;

/** Which entry: its id, and the guild that it must belong to. */
export interface EntryKey {
  readonly guildId: Snowflake;
  readonly id: string;
}

/** Keeps what imports found and what became of it. */
export class ImportEntryRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  async add(entries: readonly NewImportEntry[]): Promise<void> {
    if (entries.length > 0) await this.#db.insertInto('gallery.import_entries').values(entries).execute();
  }

  /** Which of these messages were decided on before. */
  async findDecided(guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<ReadonlySet<Snowflake>> {
    const rows = await this.#db
      .selectFrom('gallery.import_entries')
      .select('messageId')
      .where('guildId', '=', guildId)
      .where('messageId', 'in', messageIds)
      .execute();
    return new Set(rows.map(({ messageId }) => messageId));
  }

  /** The items that came from these messages or are shown by them, removed ones included, by message. */
  async findItems(
    guildId: Snowflake,
    messageIds: readonly Snowflake[],
  ): Promise<ReadonlyMap<Snowflake, number>> {
    const items = (column: 'postedMessageId' | 'sourceMessageId') =>
      this.#db
        .selectFrom('gallery.items')
        .select([`${column} as messageId`, 'number'])
        .where('guildId', '=', guildId)
        .where(column, 'in', messageIds);
    const rows = await items('sourceMessageId')
      .where('deletedAt', 'is', null)
      .unionAll(items('sourceMessageId').where('deletedAt', 'is not', null))
      .unionAll(items('postedMessageId'))
      .execute();
    return new Map(rows.flatMap(({ messageId, number }) => (messageId ? [[messageId, number]] : [])));
  }

  /** Who of these people does not want their posts shown in the gallery. */
  async findOptedOut(guildId: Snowflake, userIds: readonly Snowflake[]): Promise<ReadonlySet<Snowflake>> {
    const rows = await this.#db
      .selectFrom('gallery.opt_outs')
      .select('userId')
      .where('guildId', '=', guildId)
      .where('userId', 'in', userIds)
      .execute();
    return new Set(rows.map(({ userId }) => userId));
  }

  /** @throws {UserError} `gallery.entry-not-found` */
  async get({ guildId, id }: EntryKey): Promise<ImportEntry> {
    return this.#db
      .selectFrom('gallery.import_entries')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirstOrThrow(() => new UserError(entryNotFound()));
  }

  /** The first entry of these channels that waits for review, after another one. */
  async findNext(
    guildId: Snowflake,
    channelIds: readonly Snowflake[],
    afterId = '0',
  ): Promise<ImportEntry | undefined> {
    return this.#waiting(guildId, channelIds)
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
  }

  async countWaiting(guildId: Snowflake, channelIds: readonly Snowflake[]): Promise<number> {
    const { waiting } = await this.#waiting(guildId, channelIds)
      .select((eb) => asNumber(eb.fn.countAll()).as('waiting'))
      .executeTakeFirstOrThrow();
    return waiting;
  }

  /** The channels of which a guild has something to review. */
  async listChannels(guildId: Snowflake): Promise<Snowflake[]> {
    const rows = await this.#db
      .selectFrom('gallery.import_entries')
      .select('channelId')
      .distinct()
      .where((eb) => eb.and({ guildId, state: 'review' }))
      .execute();
    return rows.map(({ channelId }) => channelId);
  }

  /** Moves an entry on from a state; `undefined` when it is in another. */
  async change(
    { guildId, id }: EntryKey,
    from: EntryState,
    values: Updateable<ImportEntriesTable>,
  ): Promise<ImportEntry | undefined> {
    return this.#db
      .updateTable('gallery.import_entries')
      .set(values)
      .where((eb) => eb.and({ guildId, id, state: from }))
      .returningAll()
      .executeTakeFirst();
  }

  /** Up to `limit` entries of an import after another one, in the order in which they were found. */
  async listOf(importId: string, afterId: string, limit: number): Promise<ImportEntry[]> {
    return this.#db
      .selectFrom('gallery.import_entries')
      .selectAll()
      .where('importId', '=', importId)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  #waiting(guildId: Snowflake, channelIds: readonly Snowflake[]) {
    return this.#db
      .selectFrom('gallery.import_entries')
      .where((eb) => eb.and({ guildId, state: 'review' }))
      .where('channelId', '=', sql<string>`any(${channelIds}::bigint[])`);
  }
}
