import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createPins: Migration = {
  async up(db) {
    await db.schema
      .createTable('utility.pin_channels')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('role_ids', sql`bigint[]`, (column) => column.notNull())
      .addPrimaryKeyConstraint('pin_channels_pkey', ['guild_id', 'channel_id'])
      .execute();

    await db.schema
      .createTable('utility.pins')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('pinned_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('pinned_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('pins_pkey', ['guild_id', 'message_id'])
      .execute();
    await db.schema.createIndex('pins_by_person').on('utility.pins').column('pinned_by').execute();
  },

  async down(db) {
    await db.schema.dropTable('utility.pins').execute();
    await db.schema.dropTable('utility.pin_channels').execute();
  },
};
