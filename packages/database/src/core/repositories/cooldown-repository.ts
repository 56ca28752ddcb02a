import { type Expression, type Kysely, sql, type SqlBool } from 'kysely';
import type { Database } from '../../database.ts';
import { withGuild } from '../with-guild.ts';

/** Whose uses of which command are counted together. */
export interface CooldownBucket {
  readonly command: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly userId: string | null;
}

/** How often something may be used in how long. */
export interface CooldownAllowance {
  readonly limit: number;
  readonly delayMs: number;
}

const KEY = ['guildId', 'command', 'userId', 'channelId'] as const;

/** Uses of commands in the last while, counted for all processes together. */
export class CooldownRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /**
   * Counts a use, unless as many as are allowed were counted already; of several at once no more than that are.
   *
   * @returns when the next use is allowed, where this one is not.
   */
  async take(bucket: CooldownBucket, { limit, delayMs }: CooldownAllowance): Promise<Date | undefined> {
    const endsAt = sql<Date>`now() + ${delayMs} * interval '1 millisecond'`;
    const db = bucket.guildId === null ? this.#db : withGuild(this.#db, bucket.guildId);
    const taken = await db
      .insertInto('core.cooldowns')
      .values({ ...bucket, uses: 1, endsAt })
      .onConflict((conflict) =>
        conflict
          .columns(KEY)
          .doUpdateSet({
            uses: sql`case when cooldowns.ends_at <= now() then 1 else cooldowns.uses + 1 end`,
            endsAt: sql`case when cooldowns.ends_at <= now() then excluded.ends_at else cooldowns.ends_at end`,
          })
          .where(sql<SqlBool>`cooldowns.ends_at <= now() or cooldowns.uses < ${limit}`),
      )
      .returning('uses')
      .executeTakeFirst();
    return taken ? undefined : this.find(bucket, limit);
  }

  /** When a next use is allowed, if it is not now. */
  async find(bucket: CooldownBucket, limit: number): Promise<Date | undefined> {
    const row = await this.#db
      .selectFrom('core.cooldowns')
      .select('endsAt')
      .where(isBucket(bucket))
      .where('uses', '>=', limit)
      .where('endsAt', '>', sql<Date>`now()`)
      .executeTakeFirst();
    return row?.endsAt;
  }

  /** Ends a guild's cooldowns of a command and its subcommands, of one person or of all. */
  async clear({
    guildId,
    command,
    userId,
  }: {
    readonly guildId: string;
    readonly command: string;
    readonly userId?: string | undefined;
  }): Promise<void> {
    let query = this.#db
      .deleteFrom('core.cooldowns')
      .where('guildId', '=', guildId)
      .where(sql<SqlBool>`(command = ${command} or starts_with(command, ${`${command} `}))`);
    if (userId !== undefined) query = query.where('userId', '=', userId);
    await query.execute();
  }

  /** Deletes what has ended. */
  async deleteEnded(): Promise<void> {
    await this.#db
      .deleteFrom('core.cooldowns')
      .where('endsAt', '<=', sql<Date>`now()`)
      .execute();
  }
}

function isBucket({ guildId, command, userId, channelId }: CooldownBucket): Expression<SqlBool> {
  return sql<SqlBool>`command = ${command}
    and guild_id is not distinct from ${guildId}
    and user_id is not distinct from ${userId}
    and channel_id is not distinct from ${channelId}`;
}
