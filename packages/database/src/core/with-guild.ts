import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';

/** Begins a statement that also makes the guild's row when it is missing, so that a foreign key to it always holds. */
export function withGuild(db: Kysely<Database>, guildId: string) {
  return db.with('ensuredGuild', (query) =>
    query
      .insertInto('core.guilds')
      .values({ id: guildId })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** As {@link withGuild}, for the row of a person too, where there is one. */
export function withGuildAndUser(
  db: Kysely<Database>,
  { guildId, userId }: { readonly guildId: string; readonly userId: string | null },
) {
  return withGuild(db, guildId).with('ensuredUser', (query) =>
    query
      .insertInto('core.users')
      .columns(['id'])
      .expression(
        query.selectNoFrom(sql<string>`cast(${userId} as bigint)`.as('id')).where(sql.lit(userId !== null)),
      )
      .onConflict((conflict) => conflict.doNothing()),
  );
}
