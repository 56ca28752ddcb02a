import type {
  DefaultedTimestampColumn,
  JsonbColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { Generated } from 'kysely';

/** One rule of automod each; removed ones stay, so that numbers are never given twice. */
export interface AutomodRulesTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild. */
  number: number;
  /** Unique among the rules of the guild that are not removed, whatever the case. */
  name: string;
  isEnabled: boolean;
  isDryRun: boolean;
  /** Condition, actions and exemptions; read through `ruleDefinition`. */
  definition: JsonbColumn<unknown>;
  /** Goes up with every change. */
  version: Generated<number>;
  /** Who changed it last. */
  changedBy: NullableSnowflakeColumn;
  changedAt: DefaultedTimestampColumn;
  deletedAt: NullableTimestampColumn;
}
