import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import { enabledGuilds } from './enabled-guilds.ts';

/** A shorter silence is no absence: the process may have been busy. */
const ABSENCE = sql`interval '1 minute'`;

/** A guild that a process begins to count. */
export interface BeginningGuild {
  readonly guildId: Snowflake;
  /** Its newest message. */
  readonly startId: bigint;
  readonly members: number;
}

/** Which process counts which guild. */
export class GuildRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /** Of these guilds, those where the plugin is on. */
  onlyEnabled(guildIds: readonly Snowflake[]): Promise<Snowflake[]> {
    return enabledGuilds(this.#db, guildIds);
  }

  /**
   * Makes this process the one that counts these guilds. Where one counted before, it goes on from there; what lies between
   * is an absence. Where counting was stopped, it begins anew.
   */
  async takeOver(guilds: readonly BeginningGuild[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await sql`select from stats.counted_guilds where guild_id = any(${guilds.map(({ guildId }) => guildId)}::bigint[])
        order by guild_id for update`.execute(transaction);
      await sql`
        with given as (
          select * from unnest(
            ${guilds.map(({ guildId }) => guildId)}::bigint[], ${guilds.map(({ startId }) => String(startId))}::bigint[],
            ${guilds.map(({ members }) => members)}::integer[]
          ) as given (guild_id, start_id, members)
        ), absent as (
          insert into stats.absences (guild_id, gone_at, back_at, members_before, members_after)
          select guild_id, beat_at, now(), counted_guilds.members, given.members
          from given join stats.counted_guilds using (guild_id)
          where stopped_at is null and beat_at < now() - ${ABSENCE}
          on conflict do nothing
        )
        insert into stats.counted_guilds as target (guild_id, session_id, start_id, beat_at, members)
        select guild_id, ${this.#sessionId}, start_id, now(), members from given
        on conflict (guild_id) do update set
          session_id = excluded.session_id,
          start_id = case when target.stopped_at is null then target.start_id
            else greatest(target.start_id, excluded.start_id) end,
          beat_at = now(), members = excluded.members, stopped_at = null
      `.execute(transaction);
    });
  }

  /** Says that the process is at work in these guilds, and how many members there are. */
  async beat(guilds: readonly { readonly guildId: Snowflake; readonly members: number }[]): Promise<void> {
    await sql`
      update stats.counted_guilds set beat_at = now(), members = given.members
      from unnest(
        ${guilds.map(({ guildId }) => guildId)}::bigint[], ${guilds.map(({ members }) => members)}::integer[]
      ) as given (guild_id, members)
      where counted_guilds.guild_id = given.guild_id and session_id = ${this.#sessionId}
    `.execute(this.#db);
  }

  /** Notes that counting was switched off in these guilds. */
  async stop(guildIds: readonly Snowflake[]): Promise<void> {
    if (guildIds.length === 0) return;
    await this.#db
      .updateTable('stats.counted_guilds')
      .set({ stoppedAt: sql<Date>`now()` })
      .where('guildId', 'in', guildIds)
      .where('stoppedAt', 'is', null)
      .execute();
  }

  /** Those of guilds whose process has not been heard of for a while. */
  async abandonedOf(guildIds: readonly Snowflake[]): Promise<Snowflake[]> {
    const { rows } = await sql<{ guildId: Snowflake }>`
      select guild_id from stats.counted_guilds
      where guild_id = any(${guildIds}::bigint[]) and beat_at < now() - ${ABSENCE}
    `.execute(this.#db);
    return rows.map(({ guildId }) => guildId);
  }

  /** Removes what is known of processes that ended long ago. */
  async forgetSessions(): Promise<void> {
    await sql`delete from stats.sessions where beat_at < now() - interval '7 days'`.execute(this.#db);
  }
}
