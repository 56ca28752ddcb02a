import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { CredentialsTable } from '../tables/credentials-table.ts';

export type Credential = Selectable<CredentialsTable>;
export type NewCredential = Omit<Insertable<CredentialsTable>, 'rotatedAt' | 'guildId'> & {
  /** `null` for a credential of the whole bot. */
  readonly guildId: string | null;
};

/** Everything about a credential except the secret. */
export type CredentialDescription = Omit<Credential, 'ciphertext'>;

/** Encrypted credentials; encryption is the host's business. */
export class CredentialRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async find(guildId: string | null, service: string): Promise<Credential | undefined> {
    return this.#db
      .selectFrom('core.credentials')
      .selectAll()
      .where('guildId', 'is not distinct from', guildId)
      .where('service', '=', service)
      .executeTakeFirst();
  }

  async list(guildId: string | null): Promise<CredentialDescription[]> {
    return this.#db
      .selectFrom('core.credentials')
      .select(['id', 'guildId', 'service', 'keyId', 'rotatedAt', 'rotatedBy'])
      .where('guildId', 'is not distinct from', guildId)
      .orderBy('service')
      .execute();
  }

  /** Lists credentials that were made with another key than this one, for re-encryption; `after` is an id. */
  async listOfOtherKeys(
    keyId: string,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Credential[]> {
    return this.#db
      .selectFrom('core.credentials')
      .selectAll()
      .where('keyId', '!=', keyId)
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? '0'))
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** Stores the same secret encrypted anew, unless somebody entered another one meanwhile. */
  async replaceCiphertext(
    id: string,
    before: Buffer,
    { ciphertext, keyId }: Pick<Credential, 'ciphertext' | 'keyId'>,
  ): Promise<void> {
    await this.#db
      .updateTable('core.credentials')
      .set({ ciphertext, keyId })
      .where('id', '=', id)
      .where('ciphertext', '=', before)
      .execute();
  }

  /** Stores or replaces a credential. A guild's row must exist (`ensureGuild` of the handle). */
  async save(credential: NewCredential): Promise<void> {
    const { ciphertext, keyId, rotatedBy = null } = credential;
    await this.#db
      .insertInto('core.credentials')
      .values(credential)
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'service'])
          .doUpdateSet({ ciphertext, keyId, rotatedBy, rotatedAt: sql`now()` }),
      )
      .execute();
  }

  /** @returns whether there was such a credential */
  async delete(guildId: string | null, service: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('core.credentials')
      .where('guildId', 'is not distinct from', guildId)
      .where('service', '=', service)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
