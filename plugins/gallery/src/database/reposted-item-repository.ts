import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { NewItem } from '../items/new-item.ts';
import { type Item, ITEM_COLUMNS, type ItemKey } from './item-repository.ts';

/** Keeps where items are posted. */
export class RepostedItemRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#items = new SoftDeleteTable(db, 'gallery.items');
  }

  /** Posted items that came from these messages, or have these numbers. */
  async listPosted(
    guildId: Snowflake,
    {
      messageIds,
      numbers,
    }: { readonly messageIds: readonly Snowflake[]; readonly numbers: readonly number[] },
  ): Promise<Item[]> {
    return this.#items
      .selectLive()
      .select(ITEM_COLUMNS)
      .where('guildId', '=', guildId)
      .where('postedMessageId', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('sourceMessageId', 'in', messageIds),
          ...(numbers.length > 0 ? [eb('number', 'in', numbers)] : []),
        ]),
      )
      .execute();
  }

  /** Notes that the posts of items were deleted. The items stay, without a place where they are shown; of their files the `Files` take note. */
  async losePosts(guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> {
    await this.#db
      .updateTable('gallery.items')
      .set({ postedChannelId: null, postedMessageId: null })
      .where('guildId', '=', guildId)
      .where('postedMessageId', 'in', messageIds)
      .execute();
  }

  /** Says where an item is posted now, and where its files are. */
  async move(
    { guildId, number }: ItemKey,
    { posted, files = [] }: Pick<NewItem, 'files' | 'posted'>,
  ): Promise<void> {
    await this.#db
      .updateTable('gallery.items')
      .set({ postedChannelId: posted?.channelId ?? null, postedMessageId: posted?.messageId ?? null })
      .where((eb) => eb.and({ guildId, number }))
      .execute();
    for (const [position, { channelId, messageId, attachmentId, address }] of files.entries())
      await this.#db
        .updateTable('gallery.files')
        .set({ channelId, messageId, attachmentId, address, goneAt: null })
        .where((eb) => eb.and({ guildId, itemNumber: number, position }))
        .execute();
  }
}
