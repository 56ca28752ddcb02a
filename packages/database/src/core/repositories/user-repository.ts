import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import { RecordNotFoundError } from '../record-not-found-error.ts';
import type { UsersTable } from '../tables/users-table.ts';

export type UserRow = Selectable<UsersTable>;

/** The accounts that other rows speak of. */
export class UserRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(id: string): Promise<UserRow | undefined> {
    return this.#db.selectFrom('core.users').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** @throws {RecordNotFoundError} */
  async get(id: string): Promise<UserRow> {
    const user = await this.find(id);
    if (!user) throw new RecordNotFoundError('user', id);
    return user;
  }

  /** Records a user with the current username. */
  async save(id: string, username: string): Promise<UserRow> {
    return this.#db
      .insertInto('core.users')
      .values({ id, username })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ username }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Deletes a user. Call `forgetUser` of the handle afterwards. */
  async delete(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('core.users')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
