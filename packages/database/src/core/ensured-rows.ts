import type { Kysely } from 'kysely';
import type { QueryCache } from '../cache/query-cache.ts';
import type { QueryCaches } from '../cache/query-caches.ts';
import type { Database } from '../database.ts';

const MOST_REMEMBERED = 50_000;

/** Makes the rows of guilds and users on demand and remembers which exist, so that foreign keys cost nothing. */
export class EnsuredRows {
  readonly #guilds: QueryCache<true>;
  readonly #users: QueryCache<true>;

  constructor(db: Kysely<Database>, caches: QueryCaches) {
    const define = (table: 'guilds' | 'users') =>
      caches.define<true>({
        name: `core.ensured_${table}`,
        max: MOST_REMEMBERED,
        load: (id) => insertMissing(db, table, id),
      });
    this.#guilds = define('guilds');
    this.#users = define('users');
  }

  async ensureGuild(id: string): Promise<void> {
    await this.#guilds.get(id);
  }

  async ensureUser(id: string): Promise<void> {
    await this.#users.get(id);
  }

  async forgetGuild(id: string): Promise<void> {
    await this.#guilds.invalidate(id);
  }

  async forgetUser(id: string): Promise<void> {
    await this.#users.invalidate(id);
  }
}

async function insertMissing(db: Kysely<Database>, table: 'guilds' | 'users', id: string): Promise<true> {
  await db
    .insertInto(`core.${table}`)
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
