import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';

/**
 * Fills the gallery of a guild, or some numbers of it, as years of use do: a tenth is NSFW, a few are deleted, some tags are on nearly
 * everything and most on little, and every twentieth item has a word of its own.
 */
export async function addGalleryItems(
  db: PluginDatabase<'gallery'>,
  guildId: string,
  { from = 1, to }: { readonly from?: number; readonly to: number },
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
  await sql`
    insert into gallery.counters (guild_id, last_number) values (${guildId}::bigint, ${to}::int)
    on conflict (guild_id) do update set last_number = excluded.last_number`.execute(db);
  await sql`
    insert into gallery.files
      (guild_id, item_number, position, name, content_type, size, spoiler, sha256, perceptual_hash,
       channel_id, message_id, attachment_id, address)
    select ${guildId}::bigint, number, 0, 'picture.png', 'image/png', 1000, false,
      encode(sha256(number::text::bytea), 'hex'), ('x' || substr(md5(number::text), 1, 16))::bit(64),
      1, number, number, 'https://cdn.discordapp.com/attachments/1/' || number || '/picture.png'
    from generate_series(${from}::int, ${to}::int) as number`.execute(db);
}
