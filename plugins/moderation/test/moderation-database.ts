import type { DatabaseHandle, PluginDatabase } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import type { NewCase } from '../src/database/case-repository.ts';
import { migrations } from '../src/database/migrations/migrations.ts';

export const MODERATOR_ID = '200000000000000001';
export const TARGET_ID = '200000000000000002';
export const OTHER_ID = '200000000000000003';

/** A migrated database of the test file's own. */
export interface ModerationDatabase extends AsyncDisposable {
  readonly handle: DatabaseHandle;
  readonly db: PluginDatabase<'moderation'>;
  /** The id of a guild that no other test uses. */
  newGuild(): Promise<string>;
}

export async function createModerationDatabase(): Promise<ModerationDatabase> {
  const database = await createTestDatabase();
  const { handle } = database;
  await handle.migratePlugin('moderation', migrations);
  for (const userId of [MODERATOR_ID, TARGET_ID, OTHER_ID]) await handle.ensureUser(userId);
  let guilds = 0;
  return {
    handle,
    db: handle.forPlugin('moderation'),
    async newGuild() {
      const guildId = String(100_000_000_000_000_000n + BigInt((guilds += 1)));
      await handle.ensureGuild(guildId);
      return guildId;
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** A warning to be opened, changed as the test needs it. */
export function newCase(guildId: string, values: Partial<NewCase> = {}): NewCase {
  return {
    guildId,
    type: 'warn',
    state: 'done',
    targetId: TARGET_ID,
    moderatorId: MODERATOR_ID,
    reason: 'Spam',
    ...values,
  };
}
