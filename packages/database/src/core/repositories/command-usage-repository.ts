import { sql, type Insertable, type Kysely } from 'kysely';
import { asNumber } from '../../as-number.ts';
import type { Database } from '../../database.ts';
import type { CommandUsagesTable } from '../tables/command-usages-table.ts';

export type NewCommandUsage = Insertable<CommandUsagesTable>;

export interface CommandCount {
  readonly command: string;
  readonly uses: number;
}

/** Every use of every command, for as long as its month is kept. */
export class CommandUsageRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Records a batch in one statement and adds it to the commands' counters. */
  async insertMany(usages: readonly NewCommandUsage[]): Promise<void> {
    if (usages.length === 0) return;
    const rows = JSON.stringify(usages.map(toRow));
    await sql`
      with usage as (
        insert into core.command_usages (command, guild_id, user_id, used_at, duration_ms, outcome)
        select command, guild_id, user_id, used_at, duration_ms, outcome
        from jsonb_to_recordset(${rows}::jsonb)
          as row(command text, guild_id bigint, user_id bigint, used_at timestamptz, duration_ms integer, outcome text)
        returning command
      )
      update core.commands set usage_count = usage_count + counted.uses
      from (select command, count(*) as uses from usage group by command) as counted
      where commands.name = counted.command
    `.execute(this.#db);
  }

  /** Counts uses since a moment, most used first; of one guild, or of all. */
  async countByCommand(options: { since: Date; guildId?: string; limit: number }): Promise<CommandCount[]> {
    return this.#db
      .selectFrom('core.command_usages')
      .select((eb) => ['command', asNumber(eb.fn.countAll()).as('uses')])
      .where('usedAt', '>=', options.since)
      .$if(options.guildId !== undefined, (query) => query.where('guildId', '=', options.guildId ?? null))
      .groupBy('command')
      .orderBy('uses', 'desc')
      .orderBy('command')
      .limit(options.limit)
      .execute();
  }

  /** When a command was last used in each of these guilds; guilds without a use are not in it. */
  async lastUses(guildIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const { rows } = await sql<{ guildId: string; usedAt: Date }>`
      select guild_id, max(used_at) as used_at from core.command_usages
      where guild_id = any(${guildIds}::bigint[]) group by guild_id
    `.execute(this.#db);
    return new Map(rows.map(({ guildId, usedAt }) => [guildId, usedAt]));
  }
}

function toRow({ command, guildId, userId, usedAt, durationMs, outcome }: NewCommandUsage) {
  return {
    command,
    guild_id: guildId,
    user_id: userId,
    used_at: usedAt,
    duration_ms: Math.round(durationMs),
    outcome,
  };
}
