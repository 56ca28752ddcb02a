import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database.ts';

/** What Discord was last told about each guild's commands. */
export class CommandSyncRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Loads the hash of every guild in one query; `0` stands for the global commands. */
  async loadAll(): Promise<Map<string, string>> {
    const rows = await this.#db.selectFrom('core.command_sync').select(['guildId', 'hash']).execute();
    return new Map(rows.map(({ guildId, hash }) => [guildId, hash]));
  }

  /** Records what Discord accepted. */
  async save(guildId: string, hash: string): Promise<void> {
    await this.#db
      .insertInto('core.command_sync')
      .values({ guildId, hash })
      .onConflict((conflict) => conflict.column('guildId').doUpdateSet({ hash, syncedAt: sql`now()` }))
      .execute();
  }

  /** Forgets a guild, so that its commands are sent again. */
  async delete(guildId: string): Promise<void> {
    await this.#db.deleteFrom('core.command_sync').where('guildId', '=', guildId).execute();
  }
}
