import { SnowflakeUtil, type Snowflake } from 'discord.js';

/** Discord bulk-deletes what is younger than 14 days (Resources › Channel › Bulk Delete Messages); an hour is kept in hand. */
const YOUNG_FOR_MS = 1_206_000_000;

/** Whether a message can be deleted together with others. */
export function isYoung(messageId: Snowflake): boolean {
  return SnowflakeUtil.timestampFrom(messageId) > Date.now() - YOUNG_FOR_MS;
}
