import type { DatabaseHandle, PluginDatabase } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import type { NewItemRow } from '../src/database/item-repository.ts';
import { migrations } from '../src/database/migrations/migrations.ts';

const ALICE_ID = '200000000000000001';

/** A migrated database of the test file's own. */
export interface GalleryDatabase extends AsyncDisposable {
  readonly handle: DatabaseHandle;
  readonly db: PluginDatabase<'gallery'>;
  /** The id of a guild that no other test uses. */
  newGuild(): Promise<string>;
}

export async function createGalleryDatabase(): Promise<GalleryDatabase> {
  const database = await createTestDatabase();
  const { handle } = database;
  await handle.migratePlugin('gallery', migrations);
  await handle.ensureUser(ALICE_ID);
  let guilds = 0;
  return {
    handle,
    db: handle.forPlugin('gallery'),
    async newGuild() {
      const guildId = String(100_000_000_000_000_000n + BigInt((guilds += 1)));
      await handle.ensureGuild(guildId);
      return guildId;
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** A picture to be added, changed as the test needs it. */
export function newRow(guildId: string, values: Partial<NewItemRow> = {}): NewItemRow {
  return { guildId, kind: 'image', title: 'A picture', tags: [], nsfw: false, addedBy: ALICE_ID, ...values };
}
