import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { PermissionEffect, PermissionOverridesTable } from '../tables/permission-overrides-table.ts';
import { withGuildAndUser } from '../with-guild.ts';

export type PermissionOverride = Selectable<PermissionOverridesTable>;

/** Whom an override is about: a role or a user. */
export type PermissionSubject = { readonly roleId: string } | { readonly userId: string };

/** What names one override. */
export type PermissionOverrideKey = PermissionSubject & { readonly guildId: string; readonly node: string };

/** The guilds' own rules on permission nodes. */
export class PermissionOverrideRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Lists all rules of a guild, as the permission check needs them. */
  async listOfGuild(guildId: string): Promise<PermissionOverride[]> {
    return this.#db
      .selectFrom('core.permission_overrides')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy('node')
      .orderBy('id')
      .execute();
  }

  /** Makes or changes a rule; the rows of guild and user are made when they are missing. */
  async save(key: PermissionOverrideKey, effect: PermissionEffect): Promise<PermissionOverride> {
    const { guildId, node } = key;
    const { roleId, userId } = columnsOf(key);
    return withGuildAndUser(this.#db, { guildId, userId })
      .insertInto('core.permission_overrides')
      .values({ guildId, node, roleId, userId, effect })
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'node', 'roleId', 'userId'])
          .doUpdateSet({ effect, changedAt: sql`now()` }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** @returns whether there was such a rule */
  async delete(key: PermissionOverrideKey): Promise<boolean> {
    const { roleId, userId } = columnsOf(key);
    const { numDeletedRows } = await this.#db
      .deleteFrom('core.permission_overrides')
      .where('guildId', '=', key.guildId)
      .where('node', '=', key.node)
      .where('roleId', 'is not distinct from', roleId)
      .where('userId', 'is not distinct from', userId)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}

function columnsOf(subject: PermissionSubject): { roleId: string | null; userId: string | null } {
  return 'roleId' in subject
    ? { roleId: subject.roleId, userId: null }
    : { roleId: null, userId: subject.userId };
}
