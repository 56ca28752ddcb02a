import type {
  DefaultedTimestampColumn,
  NullableTimestampColumn,
  PluginDatabase,
  SnowflakeColumn,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type ColumnType, type Selectable, sql } from 'kysely';

/** What somebody had when they were last seen, for when they come back. */
export interface StickyRolesTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  roleIds: ColumnType<Snowflake[], readonly Snowflake[], readonly Snowflake[]>;
  timeoutUntil: NullableTimestampColumn;
  seenAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'moderation.sticky_roles': StickyRolesTable;
  }
}

export interface MemberKey {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** What is kept of a member. */
export interface Belongings {
  readonly roleIds: readonly Snowflake[];
  readonly timeoutUntil: Date | null;
}

/** The roles and timeouts of members, for when they leave and come back. */
export class StickyRoleRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** Keeps what a member has, in place of what they had. */
  async save({ guildId, userId }: MemberKey, { roleIds, timeoutUntil }: Belongings): Promise<void> {
    await this.#db
      .insertInto('moderation.sticky_roles')
      .values({ guildId, userId, roleIds, timeoutUntil })
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'userId'])
          .doUpdateSet({ roleIds, timeoutUntil, seenAt: sql<Date>`now()` }),
      )
      .execute();
  }

  /** Takes out what is kept of a member, so that it is given back once. */
  async take({ guildId, userId }: MemberKey): Promise<Selectable<StickyRolesTable> | undefined> {
    return this.#db
      .deleteFrom('moderation.sticky_roles')
      .where((eb) => eb.and({ guildId, userId }))
      .returningAll()
      .executeTakeFirst();
  }

  /** When the timeout of the newest case ends, if it is not over: for who left unseen. */
  async findTimeoutEnd({ guildId, userId }: MemberKey): Promise<Date | undefined> {
    const newest = await this.#db
      .selectFrom('moderation.cases')
      .select(['type', 'expiresAt'])
      .where((eb) => eb.and({ guildId, targetId: userId, state: 'done' }))
      .where('type', 'in', ['timeout', 'untimeout'])
      .where('deletedAt', 'is', null)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return newest?.type === 'timeout' ? (newest.expiresAt ?? undefined) : undefined;
  }
}
