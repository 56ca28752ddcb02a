import type { SnowflakeColumn, TimestampColumn } from '@twi/database';

/** How often a guild asked OpenAI today. */
interface OpenAiUsesTable {
  guildId: SnowflakeColumn;
  uses: number;
  /** When the count begins anew: midnight (UTC). */
  resetsAt: TimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'integrations.openai_uses': OpenAiUsesTable;
  }
}
