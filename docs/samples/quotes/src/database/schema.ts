import type { DefaultedTimestampColumn, IdentityColumn, SnowflakeColumn } from '@twi/database';
import type { Selectable } from 'kysely';

export interface QuotesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Who said it. */
  authorId: SnowflakeColumn;
  /** Who wrote it down. */
  addedBy: SnowflakeColumn;
  text: string;
  addedAt: DefaultedTimestampColumn;
}

export type Quote = Selectable<QuotesTable>;

declare module '@twi/database' {
  interface Database {
    'quotes.quotes': QuotesTable;
  }
}
