import { asNumber, type PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Insertable, Selectable } from 'kysely';
import type { RolePanelsTable } from './role-tables.ts';

export type RolePanel = Selectable<RolePanelsTable>;

/** The posted menus of roles. */
export class RolePanelRepository {
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
  }

  async add(panel: Insertable<RolePanelsTable>): Promise<void> {
    await this.#db.insertInto('utility.role_panels').values(panel).execute();
  }

  async listAll(guildId: Snowflake): Promise<RolePanel[]> {
    return this.#db
      .selectFrom('utility.role_panels')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy('messageId')
      .execute();
  }

  async count(guildId: Snowflake): Promise<number> {
    const { amount } = await this.#db
      .selectFrom('utility.role_panels')
      .select((eb) => asNumber(eb.fn.countAll()).as('amount'))
      .where('guildId', '=', guildId)
      .executeTakeFirstOrThrow();
    return amount;
  }

  /** Forgets a panel whose message is gone. */
  async remove({ guildId, messageId }: Pick<RolePanel, 'guildId' | 'messageId'>): Promise<void> {
    await this.#db
      .deleteFrom('utility.role_panels')
      .where((eb) => eb.and({ guildId, messageId }))
      .execute();
  }
}
