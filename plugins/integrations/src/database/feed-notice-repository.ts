import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { PauseReason } from './feed-tables.ts';

/** A feed that stopped, of which the staff is to be told. */
export interface DueNotice {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly channelId: Snowflake;
  readonly reason: PauseReason;
  readonly pausedAt: Date;
}

/** A process that tells a guild is trusted to be at it for so long. */
const LEASE = sql<Date>`now() + interval '2 minutes'`;
/** A guild that cannot be told is not told. */
const MOST_ATTEMPTS = 5;

/** Who is to be told that feeds stopped. */
export class FeedNoticeRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  async listGuilds(): Promise<Snowflake[]> {
    const rows = await this.#db
      .selectFrom('integrations.feeds')
      .select('guildId')
      .distinct()
      .where('noticeDueAt', '<=', sql<Date>`now()`)
      .execute();
    return rows.map(({ guildId }) => guildId);
  }

  /** Takes on what a guild is to be told; other processes get nothing of it for a while. */
  async claim(guildId: Snowflake): Promise<DueNotice[]> {
    const { rows } = await sql<DueNotice>`
      update integrations.feeds feed set notice_due_at = ${LEASE}, notice_attempts = notice_attempts + 1
      from integrations.feed_targets target
      where target.id = feed.followed_id and feed.id in (
        select id from integrations.feeds
        where guild_id = ${guildId} and notice_due_at <= now() and paused_at is not null
          and deleted_at is null and notice_attempts < ${MOST_ATTEMPTS}
        order by number for update skip locked
      )
      returning feed.id, feed.number, target.name, feed.channel_id, feed.pause_reason as reason, feed.paused_at
    `.execute(this.#db);
    // What was meant for nobody, or cannot be told, waits no longer.
    await this.#db
      .updateTable('integrations.feeds')
      .set({ noticeDueAt: null })
      .where('guildId', '=', guildId)
      .where('noticeDueAt', '<=', sql<Date>`now()`)
      .where((eb) =>
        eb.or([
          eb('noticeAttempts', '>=', MOST_ATTEMPTS),
          eb('pausedAt', 'is', null),
          eb('deletedAt', 'is not', null),
        ]),
      )
      .execute();
    return rows.toSorted((left, right) => left.number - right.number);
  }

  /** Notes that they were told. */
  async settle(notices: readonly DueNotice[]): Promise<void> {
    await this.#db
      .updateTable('integrations.feeds')
      .set({ noticeDueAt: null })
      .where(
        'id',
        'in',
        notices.map(({ id }) => id),
      )
      .execute();
  }
}
