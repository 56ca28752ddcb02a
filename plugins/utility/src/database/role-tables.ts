import type { NullableSnowflakeColumn, SnowflakeColumn } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { ColumnType } from 'kysely';

/** A role that members may take. */
export interface SelfRolesTable {
  guildId: SnowflakeColumn;
  roleId: SnowflakeColumn;
  category: string;
  description: string | null;
  /** A character, or `<:name:id>`. */
  emoji: string | null;
  /** Of the roles of one group a member has at most one. */
  exclusiveGroup: string | null;
  /** Of which a member must have any. A role that was deleted stays here: without it everybody could take this one. */
  requiredRoleIds: ColumnType<Snowflake[], readonly Snowflake[], readonly Snowflake[]>;
  /** Lighter ones stand first. */
  weight: number;
  changedBy: NullableSnowflakeColumn;
}

/** A posted message with menus of roles. */
export interface RolePanelsTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  /** Whose roles it shows; `null`: all. */
  category: string | null;
  postedBy: NullableSnowflakeColumn;
}
