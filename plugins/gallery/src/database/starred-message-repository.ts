import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { StarredMessagesTable } from './starboard-tables.ts';

export type StarredMessage = Selectable<StarredMessagesTable>;

/** Which message, and in which guild. */
export interface StarKey {
  readonly guildId: Snowflake;
  readonly messageId: Snowflake;
}

/** Which of the starred messages of a guild. */
export type KnownBy = { readonly messageIds: readonly Snowflake[] } | { readonly channelId: Snowflake };

/** How long a process may be silent before another takes over. */
const LEASE = sql<Date>`now() + interval '60 seconds'`;
/** The process that heard of a star has so long to look at it before others do. */
const GRACE = sql<Date>`now() - interval '15 seconds'`;
/** After so many refusals of Discord, a message waits for its next star. */
const MOST_FAILURES = 5;

/** Keeps which messages are starred, and what the board shows of them. */
export class StarredMessageRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  async find({ guildId, messageId }: StarKey): Promise<StarredMessage | undefined> {
    return this.#db
      .selectFrom('gallery.starred_messages')
      .selectAll()
      .where((eb) => eb.and({ guildId, messageId }))
      .executeTakeFirst();
  }

  /** Notes that the stars of a message changed. */
  async touch({ guildId, messageId }: StarKey, channelId: Snowflake): Promise<void> {
    await this.#db
      .insertInto('gallery.starred_messages')
      .values({ guildId, messageId, channelId })
      .onConflict((conflict) =>
        conflict.columns(['guildId', 'messageId']).doUpdateSet((eb) => ({
          version: eb('gallery.starred_messages.version', '+', 1),
          failures: 0,
          changedAt: sql<Date>`now()`,
        })),
      )
      .execute();
  }

  /** Notes that something about messages changed, where they are known to be starred; returns those that are. */
  async touchKnown(guildId: Snowflake, by: KnownBy): Promise<Snowflake[]> {
    const query = this.#touched().where('guildId', '=', guildId);
    const rows = await (
      'channelId' in by
        ? query.where('channelId', '=', by.channelId)
        : query.where('messageId', '=', sql<string>`any(${by.messageIds}::bigint[])`)
    ).execute();
    return rows.map(({ messageId }) => messageId);
  }

  /** The same for all messages of an author. */
  async touchAuthor(guildId: Snowflake, authorId: Snowflake): Promise<Snowflake[]> {
    const rows = await this.#touched()
      .where((eb) => eb.and({ guildId, authorId }))
      .execute();
    return rows.map(({ messageId }) => messageId);
  }

  /** The same for those of the last week that nobody took down. */
  async touchRecent(guildId: Snowflake): Promise<Snowflake[]> {
    const rows = await this.#touched()
      .where('guildId', '=', guildId)
      .where('state', '!=', 'taken-down')
      .where('changedAt', '>', sql<Date>`now() - interval '7 days'`)
      .execute();
    return rows.map(({ messageId }) => messageId);
  }

  /** Notes that somebody deleted posts of the board, which is for good. */
  async takeDown(boardMessageIds: readonly Snowflake[]): Promise<void> {
    await this.#db
      .updateTable('gallery.starred_messages')
      .set({ state: 'taken-down', boardMessageId: null })
      .where('boardMessageId', '=', sql<string>`any(${boardMessageIds}::bigint[])`)
      // While it is being removed, it is the bot itself that deletes.
      .where('state', '=', 'shown')
      .execute();
  }

  /** Takes a message of which the board does not show the newest, unless another process is at it. */
  async claim({ guildId, messageId }: StarKey): Promise<StarredMessage | undefined> {
    return this.#db
      .updateTable('gallery.starred_messages')
      .set({ leasedUntil: LEASE })
      .where((eb) => eb.and({ guildId, messageId }))
      .whereRef('settledVersion', '<', 'version')
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .returningAll()
      .executeTakeFirst();
  }

  /** Notes what the board shows while the message is claimed. */
  async set(
    { guildId, messageId }: StarKey,
    values: Updateable<StarredMessagesTable>,
  ): Promise<StarredMessage> {
    return this.#db
      .updateTable('gallery.starred_messages')
      .set(values)
      .where((eb) => eb.and({ guildId, messageId }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Notes that the board shows a claimed message as it was at that version; tells whether more has happened since. */
  async settle(
    { guildId, messageId, version }: StarredMessage,
    values: { readonly stars: number; readonly authorId: Snowflake | null },
  ): Promise<boolean> {
    const row = await this.#db
      .updateTable('gallery.starred_messages')
      .set({ ...values, settledVersion: version, leasedUntil: null, failures: 0 })
      .where((eb) => eb.and({ guildId, messageId }))
      .returning('version')
      .executeTakeFirst();
    return row !== undefined && row.version > version;
  }

  /** Lets a claimed message be tried again later, and after a few times no more. */
  async fail({ guildId, messageId, version, failures }: StarredMessage): Promise<void> {
    const isGivenUp = failures + 1 >= MOST_FAILURES;
    await this.#db
      .updateTable('gallery.starred_messages')
      .set({
        failures: failures + 1,
        leasedUntil: sql<Date>`now() + ${failures + 1} * interval '1 minute'`,
        ...(isGivenUp && { settledVersion: version }),
      })
      .where((eb) => eb.and({ guildId, messageId }))
      .execute();
  }

  /** Forgets a message that is on no board, unless something has happened since. */
  async forget({ guildId, messageId, version }: StarredMessage): Promise<void> {
    await this.#db
      .deleteFrom('gallery.starred_messages')
      .where((eb) => eb.and({ guildId, messageId, version, state: 'none' }))
      .execute();
  }

  /** Forgets messages that have not got enough stars for a month. */
  async forgetQuiet(): Promise<void> {
    await this.#db
      .deleteFrom('gallery.starred_messages')
      .where('state', '=', 'none')
      .where('changedAt', '<', sql<Date>`now() - interval '30 days'`)
      .execute();
  }

  /** Messages that should have been looked at by now and that no process is at, oldest first. */
  async listDue(guildId: Snowflake, limit: number): Promise<StarredMessage[]> {
    return this.#due().selectAll().where('guildId', '=', guildId).orderBy('changedAt').limit(limit).execute();
  }

  /** The guilds in which something is due. */
  async listGuildsDue(): Promise<Snowflake[]> {
    const rows = await this.#due().select('guildId').distinct().execute();
    return rows.map(({ guildId }) => guildId);
  }

  #due() {
    return this.#db
      .selectFrom('gallery.starred_messages')
      .whereRef('settledVersion', '<', 'version')
      .where('changedAt', '<', GRACE)
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]));
  }

  #touched() {
    return this.#db
      .updateTable('gallery.starred_messages')
      .set((eb) => ({ version: eb('version', '+', 1), failures: 0 }))
      .returning('messageId');
  }
}
