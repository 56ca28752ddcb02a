import { paginate, SoftDeleteTable, type Page, type PluginTables, type QueryCache } from '@twi/database';
import type { GuildMember, Snowflake } from 'discord.js';
import type { Selectable } from 'kysely';
import type { GalleryContext } from './context.ts';
import type { ItemsTable } from './schema.ts';

type Item = Selectable<ItemsTable>;

const MINUTE_MS = 60_000;

export class Gallery {
  readonly #context: GalleryContext;
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;
  readonly #newest: QueryCache<Item[]>;

  constructor(context: GalleryContext) {
    this.#context = context;
    this.#items = new SoftDeleteTable(context.db, 'gallery.items');
    // #region cache
    this.#newest = context.cache({
      name: 'newest', // `gallery.newest`, the same in every process
      max: 1_000,
      load: (guildId) =>
        context.db
          .selectFrom('gallery.items')
          .selectAll()
          .where('guildId', '=', guildId)
          .orderBy('addedAt', 'desc')
          .limit(10)
          .execute(),
    });
    // #endregion
    // #region timers
    context.every(MINUTE_MS, () => context.logger.debug('Another minute.'));
    context.after(5_000, () => context.logger.info('Five seconds after the start.'));
    context.onUnload(() => context.logger.info('Gone.'));
    // #endregion
  }

  // #region add
  async add(guildId: Snowflake, ownerId: Snowflake, title: string): Promise<void> {
    const { db, jobs, audit } = this.#context;
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(ownerId);
    await db.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto('gallery.items')
        .values({ guildId, ownerId, title })
        .returning('id')
        .executeTakeFirstOrThrow();
      // Exists exactly when the item does.
      await jobs.send('announce', { guildId, itemId: id }, { transaction });
    });
    await this.#newest.invalidate(guildId);
    await audit.record({ guildId, userId: ownerId, action: 'gallery.add', details: { title } });
  }
  // #endregion

  newest(guildId: Snowflake): Promise<Item[]> {
    return this.#newest.get(guildId);
  }

  // #region settings
  async announce(guildId: Snowflake, itemId: string): Promise<void> {
    const { announcements } = await this.#context.settings.get(guildId);
    if (announcements) this.#context.logger.info(`Item ${itemId} is new in ${guildId}.`);
  }
  // #endregion

  // #region page
  list(guildId: Snowflake, cursor?: string): Promise<Page<Item>> {
    const query = this.#items.selectLive().selectAll().where('guildId', '=', guildId);
    return paginate(query, { orderBy: [{ column: 'id', direction: 'desc' }], limit: 10, cursor });
  }
  // #endregion

  // #region permissions
  mayRemove(member: GuildMember, item: Item): Promise<boolean> | boolean {
    return item.ownerId === member.id || this.#context.permissions.allows(member, 'gallery.manage');
  }
  // #endregion

  // #region services
  creditOf(guildId: Snowflake): string {
    const frames = this.#context.services.get('frames', guildId);
    return frames ? frames.creditLine() : 'No frame';
  }
  // #endregion

  // #region client
  serverName(guildId: Snowflake): string {
    return this.#context.client.guilds.cache.get(guildId)?.name ?? guildId;
  }
  // #endregion
}
