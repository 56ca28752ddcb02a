import type { Migration } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';

/**
 * PostgreSQL takes `cat.bsky.social` for one word, the name of a host, and `-05` for a number: what stands between words
 * becomes a space first, so that every part of a name is found.
 */
export const splitWords: Migration = {
  async up(db) {
    await sql`drop index creator_links.creator_links_words`.execute(db);
    await createIndex(sql`translate(${TEXT}, './@:+-<>&~#=?%', '              ')`).execute(db);
  },

  async down(db) {
    await sql`drop index creator_links.creator_links_words`.execute(db);
    await createIndex(TEXT).execute(db);
  },
};

const TEXT = sql`title || ' ' || coalesce(username, '') || ' ' || platform`;

function createIndex(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    create index creator_links_words on creator_links.creator_links
    using gin ((array_to_tsvector(array['guild ' || guild_id::text]) || to_tsvector('simple', ${text})))
    where deleted_at is null and hidden_at is null`;
}
