import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createReposts: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.repost_drafts')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('moderator_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('open')
          .check(sql`state in ('open', 'posting', 'posted', 'cancelled')`),
      )
      .addColumn('source', 'jsonb', (column) => column.notNull())
      .addColumn('source_message_id', 'bigint', (column) => column.notNull())
      .addColumn('source_author_id', 'bigint')
      .addColumn('choice', 'text')
      .addColumn('channel_id', 'bigint')
      .addColumn('form', 'jsonb')
      .addColumn('fingerprints', 'jsonb')
      .addColumn('claimed_until', 'timestamptz')
      .addColumn('item_number', 'integer')
      .addColumn('notice', 'text', (column) =>
        column.check(sql`notice in ('due', 'sending', 'sent', 'closed', 'failed', 'off')`),
      )
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await sql`create index repost_drafts_of_moderator on gallery.repost_drafts (moderator_id)`.execute(db);
    await sql`create index repost_drafts_of_author on gallery.repost_drafts (source_author_id) where source_author_id is not null`.execute(
      db,
    );
    await sql`create index repost_drafts_unsettled on gallery.repost_drafts (claimed_until) where state = 'posting' or notice = 'due'`.execute(
      db,
    );
    await sql`create index repost_drafts_of_source on gallery.repost_drafts (guild_id, source_message_id)`.execute(
      db,
    );

    await sql`create index repost_drafts_of_item on gallery.repost_drafts (guild_id, item_number) where item_number is not null`.execute(
      db,
    );

    await db.schema
      .createTable('gallery.opt_outs')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('since', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('opt_outs_pkey', ['guild_id', 'user_id'])
      .execute();
    await sql`create index opt_outs_of_user on gallery.opt_outs (user_id)`.execute(db);

    await db.schema
      .createTable('gallery.withdrawals')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('withdrawn_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('withdrawals_pkey', ['guild_id', 'number'])
      .addForeignKeyConstraint(
        'withdrawals_item',
        ['guild_id', 'number'],
        'gallery.items',
        ['guild_id', 'number'],
        (key) => key.onDelete('cascade'),
      )
      .execute();
  },

  async down(db) {
    for (const table of ['withdrawals', 'opt_outs', 'repost_drafts'])
      await db.schema.dropTable(`gallery.${table}`).execute();
  },
};
