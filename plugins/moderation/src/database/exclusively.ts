import type { PluginDatabase, PluginTables } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql, type Transaction } from 'kysely';

export type ModerationTransaction = Transaction<PluginTables<'moderation'>>;

/**
 * Runs work on the bans of one person in one guild while no process does the same, in one transaction.
 *
 * What Discord is told and what we record must not interleave: a ban that runs out just as a moderator makes it
 * permanent would be lifted after all. PostgreSQL frees the lock when a process dies, however it dies.
 */
export function exclusively<Result>(
  db: PluginDatabase<'moderation'>,
  { guildId, userId }: { readonly guildId: Snowflake; readonly userId: Snowflake },
  work: (transaction: ModerationTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await lockUntilCommit(transaction, `moderation bans ${guildId} ${userId}`);
    return work(transaction);
  });
}

/** Waits for other transactions that hold the key, and holds it to the end of this one. */
export async function lockUntilCommit(transaction: ModerationTransaction, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
}
