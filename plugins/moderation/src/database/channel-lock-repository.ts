import { type PluginDatabase, toJsonb } from '@twi/database';
import { type Selectable, sql } from 'kysely';
import type { ChannelLocksTable } from './channel-lock-table.ts';

export type ChannelLock = Selectable<ChannelLocksTable>;
export type NewChannelLock = Omit<ChannelLock, 'lockedAt' | 'unlockedBy'>;
export type ChannelKey = Pick<ChannelLock, 'guildId' | 'channelId'>;

/** Remembers how channels were before they were locked. */
export class ChannelLockRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** The newest lock of a channel, in force or not. */
  async find({ guildId, channelId }: ChannelKey): Promise<ChannelLock | undefined> {
    return this.#db
      .selectFrom('moderation.channel_locks')
      .selectAll()
      .where((eb) => eb.and({ guildId, channelId }))
      .executeTakeFirst();
  }

  /** Records a lock; tells whether none was in force. */
  async add({ overwrites, ...lock }: NewChannelLock): Promise<boolean> {
    const values = { ...lock, overwrites: toJsonb(overwrites) };
    const added = await this.#db
      .insertInto('moderation.channel_locks')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'channelId'])
          .doUpdateSet({ ...values, lockedAt: sql<Date>`now()`, unlockedBy: null })
          .where('moderation.channel_locks.unlockedBy', 'is not', null),
      )
      .returning('channelId')
      .executeTakeFirst();
    return added !== undefined;
  }

  /** Records that a lock was lifted. */
  async markUnlocked({ guildId, channelId }: ChannelKey, unlockedBy: string): Promise<void> {
    await this.#db
      .updateTable('moderation.channel_locks')
      .set({ unlockedBy })
      .where((eb) => eb.and({ guildId, channelId }))
      .execute();
  }

  /** Forgets a lock that did not take place. */
  async remove({ guildId, channelId }: ChannelKey): Promise<void> {
    await this.#db
      .deleteFrom('moderation.channel_locks')
      .where((eb) => eb.and({ guildId, channelId }))
      .execute();
  }
}
