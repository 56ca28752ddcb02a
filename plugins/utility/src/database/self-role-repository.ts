import { lockUntilCommit, type PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { SelfRole, SelfRoleContent } from '../roles/self-role.ts';

export interface SelfRoleKey {
  readonly guildId: Snowflake;
  readonly roleId: Snowflake;
}

const COLUMNS = [
  'roleId',
  'category',
  'description',
  'emoji',
  'exclusiveGroup',
  'requiredRoleIds',
  'weight',
] as const;

/** The roles that members may take. Changes run in the transaction that the repository was made with. */
export class SelfRoleRepository {
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
  }

  /** All of a guild; Discord has at most 250 roles there. */
  async listAll(guildId: Snowflake): Promise<SelfRole[]> {
    return this.#db
      .selectFrom('utility.self_roles')
      .select(COLUMNS)
      .where('guildId', '=', guildId)
      .orderBy('weight')
      .orderBy('roleId')
      .execute();
  }

  /** Those of some guilds, in one query. */
  async listKeys(guildIds: readonly Snowflake[]): Promise<SelfRoleKey[]> {
    return this.#db
      .selectFrom('utility.self_roles')
      .select(['guildId', 'roleId'])
      .where('guildId', '=', sql<Snowflake>`any(${guildIds}::bigint[])`)
      .execute();
  }

  async find({ guildId, roleId }: SelfRoleKey): Promise<SelfRole | undefined> {
    return this.#db
      .selectFrom('utility.self_roles')
      .select(COLUMNS)
      .where((eb) => eb.and({ guildId, roleId }))
      .executeTakeFirst();
  }

  /** Writes a role down, in place of what was said about it. */
  async save(
    { guildId, roleId }: SelfRoleKey,
    content: SelfRoleContent,
    changedBy: Snowflake,
  ): Promise<void> {
    const { category, description, emoji, exclusiveGroup, requiredRoleIds, weight } = content;
    const values = { category, description, emoji, exclusiveGroup, requiredRoleIds, weight, changedBy };
    await this.#db
      .insertInto('utility.self_roles')
      .values({ guildId, roleId, ...values })
      .onConflict((conflict) => conflict.columns(['guildId', 'roleId']).doUpdateSet(values))
      .execute();
  }

  /** Tells whether the role was there. */
  async remove({ guildId, roleId }: SelfRoleKey): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('utility.self_roles')
      .where((eb) => eb.and({ guildId, roleId }))
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  /** Lets one transaction at a time change the roles of a guild. */
  async lockGuild(guildId: Snowflake): Promise<void> {
    await lockUntilCommit(this.#db, `utility self roles ${guildId}`);
  }
}
