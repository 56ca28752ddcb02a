import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  SnowflakeColumn,
} from '../../columns.ts';

/** What an override does to a permission node. */
export type PermissionEffect = 'allow' | 'deny';

/** A guild's own rule on a permission node, for one role or one user. */
export interface PermissionOverridesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Such as `moderation.ban`. */
  node: string;
  roleId: NullableSnowflakeColumn;
  userId: NullableSnowflakeColumn;
  effect: PermissionEffect;
  changedAt: DefaultedTimestampColumn;
}
