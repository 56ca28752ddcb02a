import type { Migration } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';

/** What an item counts for. */
const TALLIED = sql`
  cross join lateral (
    select 'all' as what, '' as name
    union all select 'day', to_char(item.added_at at time zone 'UTC', 'YYYY-MM-DD')
    union all select 'creator', item.creator_key where item.creator_key is not null
    union all select 'tag', tag from unnest(item.tags) as tag
  ) as tally`;

/**
 * Lists and counts by tag, kept by the database itself: rows also change when a person's data are erased or a server's
 * are removed, of which the plugin hears nothing. One statement is counted at once, however many items it changes.
 */
export const createTallies: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.item_tags')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('tag', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('nsfw', 'boolean', (column) => column.notNull())
      .addPrimaryKeyConstraint('item_tags_pkey', ['guild_id', 'tag', 'number'])
      .addForeignKeyConstraint(
        'item_tags_item',
        ['guild_id', 'number'],
        'gallery.items',
        ['guild_id', 'number'],
        (key) => key.onDelete('cascade'),
      )
      .execute();
    await sql`create index item_tags_safe on gallery.item_tags (guild_id, tag, number) where not nsfw`.execute(
      db,
    );
    await sql`create index item_tags_of_item on gallery.item_tags (guild_id, number)`.execute(db);

    // The "C" collation lets the primary key find names by how they begin.
    await db.schema
      .createTable('gallery.tallies')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('what', 'text', (column) =>
        column.notNull().check(sql`what in ('all', 'day', 'creator', 'tag')`),
      )
      .addColumn('name', sql`text collate "C"`, (column) => column.notNull())
      .addColumn('safe_items', 'integer', (column) => column.notNull())
      .addColumn('nsfw_items', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('tallies_pkey', ['guild_id', 'what', 'name'])
      .execute();
    await sql`create index tallies_safe on gallery.tallies (guild_id, what, safe_items desc, name)`.execute(
      db,
    );
    await sql`create index tallies_all on gallery.tallies (guild_id, what, (safe_items + nsfw_items) desc, name)`.execute(
      db,
    );
    await sql`create index tallies_empty on gallery.tallies (guild_id) where safe_items = 0 and nsfw_items = 0`.execute(
      db,
    );

    await createFunctions(db);
    await sql`
      create trigger items_added after insert on gallery.items
      referencing new table as added for each statement execute function gallery.count_added()`.execute(db);
    await sql`
      create trigger items_gone after delete on gallery.items
      referencing old table as gone for each statement execute function gallery.count_gone()`.execute(db);
    // Triggers run in the order of their names: what was is taken away before what is now is counted.
    await sql`
      create trigger items_updated_1_gone after update on gallery.items
      referencing old table as gone for each statement execute function gallery.count_gone()`.execute(db);
    await sql`
      create trigger items_updated_2_added after update on gallery.items
      referencing new table as added for each statement execute function gallery.count_added()`.execute(db);
  },

  async down(db) {
    for (const name of ['items_added', 'items_gone', 'items_updated_1_gone', 'items_updated_2_added'])
      await sql`drop trigger ${sql.id(name)} on gallery.items`.execute(db);
    await sql`drop function gallery.count_added`.execute(db);
    await sql`drop function gallery.count_gone`.execute(db);
    await db.schema.dropTable('gallery.tallies').execute();
    await db.schema.dropTable('gallery.item_tags').execute();
  },
};

async function createFunctions(db: Parameters<Migration['up']>[0]): Promise<void> {
  await sql`
    create function gallery.count_added() returns trigger language plpgsql as $$
    begin
      insert into gallery.item_tags (guild_id, tag, number, nsfw)
      select item.guild_id, tag, item.number, item.nsfw
      from added as item cross join lateral unnest(item.tags) as tag
      where item.deleted_at is null
      on conflict (guild_id, tag, number) do update set nsfw = excluded.nsfw;

      insert into gallery.tallies (guild_id, what, name, safe_items, nsfw_items)
      ${sumsOf('added')}
      on conflict (guild_id, what, name) do update set
        safe_items = tallies.safe_items + excluded.safe_items,
        nsfw_items = tallies.nsfw_items + excluded.nsfw_items;
      return null;
    end $$`.execute(db);

  await sql`
    create function gallery.count_gone() returns trigger language plpgsql as $$
    begin
      delete from gallery.item_tags as tagged using gone as item
      where tagged.guild_id = item.guild_id and tagged.number = item.number;

      update gallery.tallies as counted set
        safe_items = counted.safe_items - sums.safe_items,
        nsfw_items = counted.nsfw_items - sums.nsfw_items
      from (${sumsOf('gone')}) as sums
      where counted.guild_id = sums.guild_id and counted.what = sums.what and counted.name = sums.name;

      delete from gallery.tallies as counted using (select distinct guild_id from gone) as item
      where counted.guild_id = item.guild_id and counted.safe_items = 0 and counted.nsfw_items = 0;
      return null;
    end $$`.execute(db);
}

/** In the order of the names, so that two statements lock what both change in the same order. */
function sumsOf(rows: 'added' | 'gone'): RawBuilder<unknown> {
  return sql`
    select item.guild_id, tally.what, tally.name collate "C" as name,
      count(*) filter (where not item.nsfw)::int as safe_items,
      count(*) filter (where item.nsfw)::int as nsfw_items
    from ${sql.raw(rows)} as item ${TALLIED}
    where item.deleted_at is null
    group by 1, 2, 3
    order by 1, 2, 3`;
}
