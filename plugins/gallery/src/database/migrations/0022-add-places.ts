import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const addPlaces: Migration = {
  async up(db) {
    await db.schema.alterTable('gallery.items').addColumn('place_id', 'bigint').execute();
    await sql`update gallery.items set place_id = posted_channel_id`.execute(db);
  },

  async down(db) {
    await db.schema.alterTable('gallery.items').dropColumn('place_id').execute();
  },
};
