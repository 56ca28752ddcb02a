import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { GuildPluginsTable } from '../tables/guild-plugins-table.ts';
import { withGuild } from '../with-guild.ts';

export type GuildPluginRow = Selectable<GuildPluginsTable>;
export type GuildPluginChange = Omit<Insertable<GuildPluginsTable>, 'changedAt'>;

/** Plugin id to whether it is enabled; a plugin that nobody decided about is missing. */
export type PluginDecisions = Readonly<Record<string, boolean>>;

/** Which guild uses which plugin. */
export class GuildPluginRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(guildId: string, pluginId: string): Promise<GuildPluginRow | undefined> {
    return this.#db
      .selectFrom('core.guild_plugins')
      .selectAll()
      .where('guildId', '=', guildId)
      .where('pluginId', '=', pluginId)
      .executeTakeFirst();
  }

  async listOfGuild(guildId: string): Promise<GuildPluginRow[]> {
    return this.#db
      .selectFrom('core.guild_plugins')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy('pluginId')
      .execute();
  }

  /** Loads every guild's decisions at once: one query and one row per guild, for the start of the bot. */
  async loadAll(): Promise<Map<string, PluginDecisions>> {
    const rows = await this.#db
      .selectFrom('core.guild_plugins')
      .select(['guildId', sql<PluginDecisions>`jsonb_object_agg(plugin_id, enabled)`.as('decisions')])
      .groupBy('guildId')
      .execute();
    return new Map(rows.map(({ guildId, decisions }) => [guildId, decisions]));
  }

  /** Records a decision; the guild's row is made when it is missing. */
  async save(change: GuildPluginChange): Promise<GuildPluginRow> {
    const { enabled, changedBy = null } = change;
    return withGuild(this.#db, change.guildId)
      .insertInto('core.guild_plugins')
      .values(change)
      .onConflict((conflict) =>
        conflict.columns(['guildId', 'pluginId']).doUpdateSet({ enabled, changedBy, changedAt: sql`now()` }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
