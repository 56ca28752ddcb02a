import type { DatabaseHandle, PluginDatabase } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import type { Activity } from '../src/counting/batch.ts';
import { GuildClock } from '../src/counting/guild-clock.ts';
import { ActivityPartitions } from '../src/database/activity-partitions.ts';
import { addActivity } from '../src/database/activity-repository.ts';
import { migrations } from '../src/database/migrations/migrations.ts';

/** A migrated database of the test file's own. */
export interface StatsDatabase extends AsyncDisposable {
  readonly handle: DatabaseHandle;
  readonly db: PluginDatabase<'stats'>;
  /** The id of a guild that no other test uses. */
  newGuild(): Promise<string>;
  /** Writes what members did as counting does. */
  count(activity: readonly Activity[]): Promise<void>;
}

export async function createStatsDatabase(): Promise<StatsDatabase> {
  const database = await createTestDatabase();
  const { handle } = database;
  await handle.migratePlugin('stats', migrations);
  const db = handle.forPlugin('stats');
  const partitions = new ActivityPartitions(db);
  let guilds = 0;
  return {
    handle,
    db,
    async newGuild() {
      const guildId = String(100_000_000_000_000_000n + BigInt((guilds += 1)));
      await handle.ensureGuild(guildId);
      return guildId;
    },
    async count(activity) {
      await partitions.makeFor(activity.map(({ hour }) => new Date(hour)));
      await db.transaction().execute((transaction) => addActivity(transaction, activity));
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

const clock = new GuildClock();

/** What somebody did at a moment, as it is counted; by default one message. */
export function activityAt(
  moment: number,
  values: Pick<Activity, 'guildId'> & Partial<Activity> & { readonly timeZone?: string },
): Activity {
  const { timeZone = 'UTC', ...given } = values;
  return {
    channelId: '300000000000000001',
    userId: '200000000000000001',
    messages: 1,
    attachments: 0,
    reactions: 0,
    voiceSeconds: 0,
    ...clock.hourOf(moment, timeZone),
    ...given,
  };
}
