import type { DatabaseHandle } from '@twi/database';
import type { SyncedHashStore } from '../../src/commands/synced-hashes.ts';

export function commandSyncRows({ db }: DatabaseHandle): SyncedHashStore {
  return {
    async hashes() {
      const rows = await db.selectFrom('core.command_sync').select(['guildId', 'hash']).execute();
      return new Map(rows.map(({ guildId, hash }) => [guildId, hash]));
    },
    async save(guildId, hash) {
      await db
        .insertInto('core.command_sync')
        .values({ guildId, hash })
        .onConflict((on) => on.column('guildId').doUpdateSet({ hash }))
        .execute();
    },
    async remove(guildId) {
      await db.deleteFrom('core.command_sync').where('guildId', '=', guildId).execute();
    },
  };
}
