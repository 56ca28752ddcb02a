import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { PluginStateTable } from '../tables/plugin-state-table.ts';

export type PluginStateRow = Selectable<PluginStateTable>;
export type NewPluginState = Omit<Insertable<PluginStateTable>, 'changedAt'>;

/** How the plugins fared, across restarts. */
export class PluginStateRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(pluginId: string): Promise<PluginStateRow | undefined> {
    return this.#db
      .selectFrom('core.plugin_state')
      .selectAll()
      .where('pluginId', '=', pluginId)
      .executeTakeFirst();
  }

  async list(): Promise<PluginStateRow[]> {
    return this.#db.selectFrom('core.plugin_state').selectAll().orderBy('pluginId').execute();
  }

  /** Stores the whole state; what is left out becomes its default. */
  async save(state: NewPluginState): Promise<PluginStateRow> {
    const { pluginId, failures = 0, quarantinedUntil = null, lastError = null, ...rest } = state;
    const values = { ...rest, failures, quarantinedUntil, lastError };
    return this.#db
      .insertInto('core.plugin_state')
      .values({ pluginId, ...values })
      .onConflict((conflict) => conflict.column('pluginId').doUpdateSet({ ...values, changedAt: sql`now()` }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
