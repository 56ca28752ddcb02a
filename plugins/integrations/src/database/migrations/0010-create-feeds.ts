import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createFeeds: Migration = {
  async up(db) {
    await db.schema
      .createTable('integrations.feed_targets')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('source', 'text', (column) =>
        column.notNull().check(sql`source in ('rss', 'ao3', 'twitter', 'deviantart')`),
      )
      .addColumn('key', 'text', (column) => column.notNull().check(sql`length(key) between 1 and 2000`))
      .addColumn('credential_guild_id', 'bigint', (column) =>
        column.references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('state', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('seeded_at', 'timestamptz')
      .addColumn('next_poll_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('leased_until', 'timestamptz')
      .addColumn('claims', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('last_error', 'text')
      .addColumn('last_polled_at', 'timestamptz')
      .addColumn('last_succeeded_at', 'timestamptz')
      .addColumn('last_item_id', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('forgotten_until', 'timestamptz')
      .execute();
    // One fetch for all that follow the same, also when two begin to at once.
    await sql`
      create unique index feed_targets_by_key on integrations.feed_targets (source, key, credential_guild_id)
      nulls not distinct`.execute(db);
    await sql`create index feed_targets_due on integrations.feed_targets (next_poll_at)`.execute(db);

    await db.schema
      .createTable('integrations.feed_items')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('followed_id', 'bigint', (column) =>
        column.notNull().references('integrations.feed_targets.id').onDelete('cascade'),
      )
      .addColumn('id_hash', 'text', (column) => column.notNull())
      .addColumn('url_hash', 'text')
      .addColumn('content_hash', 'text')
      .addColumn('published_at', 'timestamptz')
      .addColumn('is_new', 'boolean', (column) => column.notNull())
      .addColumn('content', 'jsonb')
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('gone_at', 'timestamptz')
      .execute();
    await sql`create index feed_items_by_followed on integrations.feed_items (followed_id, id)`.execute(db);
    for (const column of ['id_hash', 'url_hash', 'content_hash'])
      await sql`create index ${sql.ref(`feed_items_by_${column}`)} on integrations.feed_items (followed_id, ${sql.ref(column)})`.execute(
        db,
      );

    await db.schema
      .createTable('integrations.feeds')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('followed_id', 'bigint', (column) =>
        column.notNull().references('integrations.feed_targets.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('mention_role_id', 'bigint')
      .addColumn('options', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn('added_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('deleted_at', 'timestamptz')
      .addColumn('paused_at', 'timestamptz')
      .addColumn('pause_reason', 'text', (column) =>
        column.check(
          sql`pause_reason in ('staff', 'failing', 'gone', 'credentials', 'channel-gone', 'no-permission')`,
        ),
      )
      .addColumn('paused_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('notice_due_at', 'timestamptz')
      .addColumn('notice_attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('after_item_id', 'bigint', (column) => column.notNull())
      .addColumn('leased_until', 'timestamptz')
      .addColumn('claims', 'integer', (column) => column.notNull().defaultTo(0))
      .addUniqueConstraint('feeds_by_number', ['guild_id', 'number'])
      .execute();
    await sql`
      create unique index feeds_once on integrations.feeds (guild_id, followed_id, channel_id)
      where deleted_at is null`.execute(db);
    await sql`
      create index feeds_by_target on integrations.feeds (followed_id) where deleted_at is null`.execute(db);
    await sql`
      create index feeds_with_notice on integrations.feeds (notice_due_at) where notice_due_at is not null`.execute(
      db,
    );
    for (const column of ['added_by', 'paused_by'])
      await sql`create index ${sql.ref(`feeds_${column}`)} on integrations.feeds (${sql.ref(column)})`.execute(
        db,
      );

    await db.schema
      .createTable('integrations.feed_deliveries')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('feed_id', 'bigint', (column) =>
        column.notNull().references('integrations.feeds.id').onDelete('cascade'),
      )
      .addColumn('item_id', 'bigint', (column) =>
        column.notNull().references('integrations.feed_items.id').onDelete('cascade'),
      )
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('waiting')
          .check(sql`state in ('waiting', 'sending', 'sent', 'skipped', 'failed')`),
      )
      .addColumn('left_out', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('attempted_at', 'timestamptz')
      .addColumn('next_attempt_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('channel_id', 'bigint')
      .addColumn('message_id', 'bigint')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('settled_at', 'timestamptz')
      // Nothing is posted twice, however often it is found.
      .addUniqueConstraint('feed_deliveries_once', ['feed_id', 'item_id'])
      .execute();
    await sql`
      create index feed_deliveries_open on integrations.feed_deliveries (feed_id, item_id)
      where state in ('waiting', 'sending')`.execute(db);
    await sql`create index feed_deliveries_by_item on integrations.feed_deliveries (item_id)`.execute(db);
    await sql`
      create index feed_deliveries_by_message on integrations.feed_deliveries (channel_id, message_id)
      where message_id is not null`.execute(db);

    await db.schema
      .createTable('integrations.request_turns')
      .addColumn('service', 'text', (column) => column.primaryKey())
      .addColumn('full_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },

  async down(db) {
    for (const table of ['request_turns', 'feed_deliveries', 'feeds', 'feed_items', 'feed_targets'])
      await db.schema.dropTable(`integrations.${table}`).execute();
  },
};
