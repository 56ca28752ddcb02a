import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';

/** A message that shows how far a back-fill is. */
export interface BackfillMessage {
  readonly backfillId: string;
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}

/** One that is to be edited now, and the channel that it is about. */
export interface DueBackfillMessage extends BackfillMessage {
  readonly aboutId: Snowflake;
}

/** Where the progress of back-fills is shown. */
export class BackfillMessageRepository {
  readonly #db: PluginDatabase<'stats'>;

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  async add({ backfillId, guildId, channelId, messageId }: BackfillMessage): Promise<void> {
    await this.#db
      .insertInto('stats.backfill_messages')
      .values({ backfillId, guildId, channelId, messageId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Takes those of guilds that nobody edited for so long; no other process gets them before they are due again. */
  async takeDue(guildIds: readonly Snowflake[], intervalMs: number): Promise<DueBackfillMessage[]> {
    const { rows } = await sql<DueBackfillMessage>`
      with due as (
        select backfill_id from stats.backfill_messages
        where guild_id = any(${guildIds}::bigint[]) and edited_at <= now() - ${intervalMs} * interval '1 millisecond'
        for update skip locked
      )
      update stats.backfill_messages as message set edited_at = now()
      from due, stats.backfills as backfill
      where message.backfill_id = due.backfill_id and backfill.id = due.backfill_id
      returning message.backfill_id, message.guild_id, message.channel_id, message.message_id,
        backfill.channel_id as about_id
    `.execute(this.#db);
    return rows;
  }

  /** Forgets one that shows the end. */
  async remove(backfillId: string): Promise<void> {
    await this.#db.deleteFrom('stats.backfill_messages').where('backfillId', '=', backfillId).execute();
  }
}
