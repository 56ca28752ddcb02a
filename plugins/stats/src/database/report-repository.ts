import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { DueReport } from '../reports/report-schedule.ts';
import type { ReportKind } from './report-tables.ts';

/** The reports of a kind in a guild. */
export interface ReportKey {
  readonly guildId: Snowflake;
  readonly kind: ReportKind;
}

export interface ReportRow extends ReportKey {
  /** The last day of the latest report that was posted, or need not be. */
  readonly day: string;
  readonly brokenChannelId: Snowflake | null;
}

/** An attempt to post a report, which may have got through. */
interface Attempt {
  readonly attemptDay: string | null;
  readonly attemptedAt: Date | null;
  readonly attemptChannelId: Snowflake | null;
}

/** Which reports were posted. */
export class ReportRepository {
  readonly #db: PluginDatabase<'stats'>;

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  /** What is known of these guilds. */
  async list(guildIds: readonly Snowflake[]): Promise<ReportRow[]> {
    const { rows } = await sql<ReportRow>`
      select guild_id, kind, day::text, broken_channel_id from stats.reports
      where guild_id = any(${guildIds}::bigint[])
    `.execute(this.#db);
    return rows;
  }

  /** Begins: what is due already was not asked for. */
  async begin({ guildId, kind }: ReportKey, day: string): Promise<void> {
    await this.#db
      .insertInto('stats.reports')
      .values({ guildId, kind, day })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Ends: nobody wants them any more. */
  async end({ guildId, kind }: ReportKey): Promise<void> {
    await this.#db
      .deleteFrom('stats.reports')
      .where((eb) => eb.and({ guildId, kind }))
      .execute();
  }

  /** Notes that a report is about to be posted. @returns whether nobody had begun to */
  async beginAttempt(
    { guildId, kind }: ReportKey,
    { day }: DueReport,
    channelId: Snowflake,
  ): Promise<boolean> {
    const begun = await this.#db
      .updateTable('stats.reports')
      .set({ attemptDay: day, attemptedAt: new Date(), attemptChannelId: channelId })
      .where((eb) => eb.and({ guildId, kind }))
      .where(sql<boolean>`day < ${day}::date and attempt_day is distinct from ${day}::date`)
      .returning('guildId')
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** Takes a report that is not posted, to the end of the transaction; `undefined` when it is, or another process is at it. */
  async lock({ guildId, kind }: ReportKey, { day }: DueReport): Promise<Attempt | undefined> {
    const { rows } = await sql<Attempt>`
      select attempt_day::text, attempted_at, attempt_channel_id from stats.reports
      where guild_id = ${guildId} and kind = ${kind} and day < ${day}::date
      for update skip locked
    `.execute(this.#db);
    return rows[0];
  }

  /** Notes that a report is dealt with. */
  async settle({ guildId, kind }: ReportKey, { day }: DueReport): Promise<void> {
    await this.#db
      .updateTable('stats.reports')
      .set({ day })
      .where((eb) => eb.and({ guildId, kind }))
      .execute();
  }

  /** Notes that the channel of a guild takes no reports. @returns whether that was not known */
  async setBroken(guildId: Snowflake, channelId: Snowflake): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('stats.reports')
        .select(['kind', 'brokenChannelId'])
        .where('guildId', '=', guildId)
        .orderBy('kind')
        .forUpdate()
        .execute();
      const isKnown = rows.length === 0 || rows.some(({ brokenChannelId }) => brokenChannelId === channelId);
      if (isKnown) return false;
      await transaction
        .updateTable('stats.reports')
        .set({ brokenChannelId: channelId })
        .where('guildId', '=', guildId)
        .execute();
      return true;
    });
  }

  /** Notes that the channel of a guild takes reports. */
  async setWorking(guildId: Snowflake): Promise<void> {
    await this.#db
      .updateTable('stats.reports')
      .set({ brokenChannelId: null })
      .where('guildId', '=', guildId)
      .where('brokenChannelId', 'is not', null)
      .execute();
  }
}
