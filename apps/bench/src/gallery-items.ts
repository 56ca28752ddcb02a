import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';

/** So many are added within the time that one statement has. */
const BATCH = 5_000;

/** Fills the gallery of a guild as years of use do: a tenth NSFW, few deleted, tags on nearly everything and on little. */
export async function addGalleryItems(
  db: PluginDatabase<'gallery'>,
  guildId: string,
  count: number,
): Promise<void> {
  for (let from = 1; from <= count; from += BATCH) await addBatch(db, guildId, [from, from + BATCH - 1]);
  await sql`
    insert into gallery.counters (guild_id, last_number) values (${guildId}::bigint, ${count}::int)`.execute(
    db,
  );
  for (const table of ['items', 'item_tags', 'tallies'])
    await sql`vacuum analyze ${sql.table(`gallery.${table}`)}`.execute(db);
}

async function addBatch(
  db: PluginDatabase<'gallery'>,
  guildId: string,
  [from, to]: readonly [from: number, to: number],
): Promise<void> {
  await sql`
    insert into gallery.items
      (guild_id, number, kind, title, description, creator, tags, nsfw, added_at, deleted_at)
    select ${guildId}::bigint, number, 'image',
      'Picture ' || number || ' of ' || (array['Erin', 'Ryoka', 'Ceria', 'Lyonette'])[number % 4 + 1]
        || case when number % 20 = 0 then ' word' || number else '' end,
      'Drawn with love, and the inn behind it',
      'Artist ' || number % 500,
      array['fanart', 'tag' || number % 300, 'rare' || number % 5000],
      number % 10 = 0,
      '2020-01-01T00:00:00Z'::timestamptz + number * interval '30 minutes',
      case when number % 97 = 0 then '2030-01-01T00:00:00Z'::timestamptz end
    from generate_series(${from}::int, ${to}::int) as number`.execute(db);
}
