import type {
  DefaultedTimestampColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType } from 'kysely';
import type { ReportReason } from '../reports/report-reason.ts';
import type { ReportState } from '../reports/report-state.ts';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** The number that the newest report of a guild has. */
interface ReportCountersTable {
  guildId: SnowflakeColumn;
  lastNumber: number;
}

/** One report of a message each. Who made it is in a table of its own. */
export interface ReportsTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild. */
  number: number;
  state: ReportState;
  channelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  /** Who wrote the message. */
  authorId: SnowflakeColumn;
  /** What it said when it was reported. */
  excerpt: string;
  reason: ReportReason;
  details: Nullable<string>;
  isAnonymous: boolean;
  /** Who of the staff takes care of it, or has. */
  handledBy: NullableSnowflakeColumn;
  claimedAt: NullableTimestampColumn;
  /** What was done to the author because of it. */
  caseNumber: Nullable<number>;
  panelChannelId: NullableSnowflakeColumn;
  panelMessageId: NullableSnowflakeColumn;
  createdAt: DefaultedTimestampColumn;
  closedAt: NullableTimestampColumn;
}

/** Who made a report: either a name, or what tells nobody who it was. */
interface ReportReportersTable {
  guildId: SnowflakeColumn;
  number: number;
  reporterId: NullableSnowflakeColumn;
  /** Tells that two anonymous reports come from one person, and not from whom. */
  reporterHash: Nullable<string>;
  /** The id of an anonymous reporter under lock, until they were told the outcome. */
  sealed: Nullable<string>;
  createdAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'moderation.report_counters': ReportCountersTable;
    'moderation.report_reporters': ReportReportersTable;
    'moderation.reports': ReportsTable;
  }
}
