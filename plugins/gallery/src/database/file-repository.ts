import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Insertable, Selectable } from 'kysely';
import type { FilesTable } from './files-table.ts';
import type { ItemKey } from './item-repository.ts';

export type StoredFile = Selectable<FilesTable>;

/** A file without the item that it belongs to. */
export type NewFileRow = Omit<Insertable<FilesTable>, 'goneAt' | 'guildId' | 'itemNumber' | 'position'>;

/** Keeps where the bytes of items are. */
export class FileRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  /** Adds the files of an item, in their order. */
  async add({ guildId, number }: ItemKey, files: readonly NewFileRow[]): Promise<void> {
    if (files.length === 0) return;
    const rows = files.map((file, position) => ({ ...file, guildId, itemNumber: number, position }));
    await this.#db.insertInto('gallery.files').values(rows).execute();
  }

  /** The files of several items of a guild, in their order. */
  async list(guildId: Snowflake, numbers: readonly number[]): Promise<StoredFile[]> {
    if (numbers.length === 0) return [];
    return this.#db
      .selectFrom('gallery.files')
      .selectAll()
      .where('guildId', '=', guildId)
      .where('itemNumber', 'in', numbers)
      .orderBy('itemNumber')
      .orderBy('position')
      .execute();
  }

  /** Notes the newest addresses of the files of a message, by attachment. */
  async setAddresses(messageId: Snowflake, addresses: ReadonlyMap<Snowflake, string>): Promise<void> {
    for (const [attachmentId, address] of addresses) {
      await this.#db
        .updateTable('gallery.files')
        .set({ address })
        .where((eb) => eb.and({ messageId, attachmentId }))
        .execute();
    }
  }

  /** Notes that the message which held the files is deleted. */
  async setGone(messageIds: readonly Snowflake[], at = new Date()): Promise<void> {
    if (messageIds.length === 0) return;
    await this.#db
      .updateTable('gallery.files')
      .set({ goneAt: at })
      .where('messageId', 'in', messageIds)
      .where('goneAt', 'is', null)
      .execute();
  }
}
