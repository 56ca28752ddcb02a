import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import { paginate, type Page, type PageOptions } from '../../pagination/paginate.ts';
import { toJsonb } from '../../to-jsonb.ts';
import { RecordNotFoundError } from '../record-not-found-error.ts';
import type { SettingsRevisionsTable } from '../tables/settings-revisions-table.ts';

export type SettingsRevision = Selectable<SettingsRevisionsTable>;

export interface NewSettingsRevision {
  readonly guildId: string;
  readonly pluginId: string;
  readonly value: unknown;
  readonly schemaVersion: number;
  readonly changedBy: string | null;
  /** The revision that the change was made from, 0 for none; when given and no longer the latest, the change is refused. */
  readonly expectedRevision?: number;
}

/** Settings were changed by someone else in the meantime. */
export class SettingsConflictError extends Error {
  override readonly name = 'SettingsConflictError';
  readonly expectedRevision: number;
  readonly latestRevision: number;

  constructor(expectedRevision: number, latestRevision: number) {
    super(`The settings are at revision ${latestRevision} by now, not ${expectedRevision}.`);
    this.expectedRevision = expectedRevision;
    this.latestRevision = latestRevision;
  }
}

/** The history of every plugin's settings in every guild; the latest revision is what counts. */
export class SettingsRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async findLatest(guildId: string, pluginId: string): Promise<SettingsRevision | undefined> {
    return revisionsOf(this.#db, guildId, pluginId)
      .selectAll()
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  async find(guildId: string, pluginId: string, revision: number): Promise<SettingsRevision | undefined> {
    return revisionsOf(this.#db, guildId, pluginId)
      .selectAll()
      .where('revision', '=', revision)
      .executeTakeFirst();
  }

  /** @throws {RecordNotFoundError} */
  async get(guildId: string, pluginId: string, revision: number): Promise<SettingsRevision> {
    const found = await this.find(guildId, pluginId, revision);
    if (!found)
      throw new RecordNotFoundError('settings revision', `${revision} of ${pluginId} in guild ${guildId}`);
    return found;
  }

  /** Lists the history, newest first. */
  async list(guildId: string, pluginId: string, options: PageOptions): Promise<Page<SettingsRevision>> {
    const revisions = revisionsOf(this.#db, guildId, pluginId).selectAll();
    return paginate(revisions, { ...options, orderBy: [{ column: 'revision', direction: 'desc' }] });
  }

  /** Lists the latest revision of every plugin in a guild. */
  async listLatest(guildId: string): Promise<SettingsRevision[]> {
    return this.#db
      .selectFrom('core.settings_revisions')
      .selectAll()
      .distinctOn('pluginId')
      .where('guildId', '=', guildId)
      .orderBy('pluginId')
      .orderBy('revision', 'desc')
      .execute();
  }

  /**
   * Adds a revision; the guild's row is made when it is missing.
   *
   * @throws {SettingsConflictError} when `expectedRevision` is not the latest any more.
   */
  async append(revision: NewSettingsRevision): Promise<SettingsRevision> {
    if (this.#db.isTransaction) return appendWithin(this.#db, revision);
    return this.#db.transaction().execute((db) => appendWithin(db, revision));
  }

  /** Keeps everybody else from adding revisions in a guild until the transaction ends; the guild's row is made when it is missing. */
  async lock(guildId: string): Promise<void> {
    await lockGuild(this.#db, guildId);
  }
}

function revisionsOf(db: Kysely<Database>, guildId: string, pluginId: string) {
  return db
    .selectFrom('core.settings_revisions')
    .where('guildId', '=', guildId)
    .where('pluginId', '=', pluginId);
}

async function lockGuild(db: Kysely<Database>, guildId: string): Promise<void> {
  await db
    .insertInto('core.guilds')
    .values({ id: guildId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.selectFrom('core.guilds').select('id').where('id', '=', guildId).forNoKeyUpdate().execute();
}

async function appendWithin(db: Kysely<Database>, revision: NewSettingsRevision): Promise<SettingsRevision> {
  const { guildId, pluginId, value, expectedRevision, ...rest } = revision;
  // The guild's row lock gives out the numbers one at a time.
  await lockGuild(db, guildId);
  const latest = await revisionsOf(db, guildId, pluginId)
    .select((eb) => eb.fn.max('revision').as('revision'))
    .executeTakeFirst();
  const latestRevision = latest?.revision ?? 0;
  if (expectedRevision !== undefined && expectedRevision !== latestRevision) {
    throw new SettingsConflictError(expectedRevision, latestRevision);
  }
  return db
    .insertInto('core.settings_revisions')
    .values({ guildId, pluginId, revision: latestRevision + 1, value: toJsonb(value), ...rest })
    .returningAll()
    .executeTakeFirstOrThrow();
}
