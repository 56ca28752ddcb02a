import { lockUntilCommit, type PluginDatabase, type PluginTables } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Transaction } from 'kysely';

export type ModerationTransaction = Transaction<PluginTables<'moderation'>>;

/**
 * Runs work on the bans of one person in one guild while no process does the same, in one transaction.
 *
 * What Discord is told and what we record must not interleave: a ban that runs out just as a moderator makes it
 * permanent would be lifted after all.
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
