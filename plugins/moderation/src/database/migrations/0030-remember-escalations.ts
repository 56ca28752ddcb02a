import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const rememberEscalations: Migration = {
  async up(db) {
    await db.schema.alterTable('moderation.cases').addColumn('caused_by', 'integer').execute();
    // Whatever happens in between, a warning leads to one step at most.
    await db.schema
      .createIndex('cases_caused_by')
      .unique()
      .on('moderation.cases')
      .columns(['guild_id', 'caused_by'])
      .where(sql.ref('caused_by'), 'is not', null)
      .execute();
    await db.schema
      .alterTable('moderation.warn_points')
      .addColumn('points_before', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('followed_at', 'timestamptz')
      .execute();
    await sql`update moderation.warn_points set followed_at = now()`.execute(db);
    await db.schema
      .createIndex('warn_points_unfollowed')
      .on('moderation.warn_points')
      .columns(['guild_id', 'case_number'])
      .where(sql.ref('followed_at'), 'is', null)
      .execute();
  },

  async down(db) {
    await db.schema
      .alterTable('moderation.warn_points')
      .dropColumn('followed_at')
      .dropColumn('points_before')
      .execute();
    await db.schema.alterTable('moderation.cases').dropColumn('caused_by').execute();
  },
};
