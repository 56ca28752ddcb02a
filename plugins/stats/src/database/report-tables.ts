import type { NullableSnowflakeColumn, NullableTimestampColumn, SnowflakeColumn } from '@twi/database';
import type { ColumnType } from 'kysely';

export type ReportKind = 'daily' | 'weekly';

/** Which report of a kind was posted last. Select `day::text`: the driver would read it in the process's own time zone. */
export interface ReportsTable {
  guildId: SnowflakeColumn;
  kind: ReportKind;
  /** The last day that the latest report is about, which was posted or need not be. */
  day: ColumnType<Date, string, string>;
  /** The last day of the one that is being posted. */
  attemptDay: ColumnType<Date | null, string | null, string | null>;
  attemptedAt: NullableTimestampColumn;
  /** Where it is being posted. */
  attemptChannelId: NullableSnowflakeColumn;
  /** A channel that takes no reports, of which the server has been told. */
  brokenChannelId: NullableSnowflakeColumn;
}

/** The message that shows how far a back-fill is, until it shows the end of it. */
export interface BackfillMessagesTable {
  backfillId: SnowflakeColumn;
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  /** When it was last edited. */
  editedAt: ColumnType<Date, Date | undefined, Date>;
}
