import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { CommandsTable } from '../tables/commands-table.ts';

export type CommandRow = Selectable<CommandsTable>;

export interface KnownCommand {
  readonly name: string;
  readonly pluginId: string;
  readonly description: string;
}

/** The commands that the bot has, or had. */
export class CommandRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(name: string): Promise<CommandRow | undefined> {
    return this.#db.selectFrom('core.commands').selectAll().where('name', '=', name).executeTakeFirst();
  }

  async list(): Promise<CommandRow[]> {
    return this.#db.selectFrom('core.commands').selectAll().orderBy('name').execute();
  }

  /** Records commands, new ones and changed ones; how often they were used stays. */
  async saveMany(commands: readonly KnownCommand[]): Promise<void> {
    const rows = JSON.stringify(
      commands.map(({ name, pluginId, description }) => ({ name, plugin_id: pluginId, description })),
    );
    await sql`
      insert into core.commands as command (name, plugin_id, description)
      select name, plugin_id, description
      from jsonb_to_recordset(${rows}::jsonb) as row(name text, plugin_id text, description text)
      on conflict (name) do update set plugin_id = excluded.plugin_id, description = excluded.description
      where (command.plugin_id, command.description) is distinct from (excluded.plugin_id, excluded.description)
    `.execute(this.#db);
  }
}
