import type { Kysely } from 'kysely';
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
