import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { asNumber } from '../../as-number.ts';
import type { Database } from '../../database.ts';
import { paginate, type Page, type PageOptions } from '../../pagination/paginate.ts';
import { RecordNotFoundError } from '../record-not-found-error.ts';
import type { ErrorLogsTable } from '../tables/error-logs-table.ts';

export type ErrorLog = Selectable<ErrorLogsTable>;
export type NewErrorLog = Omit<Insertable<ErrorLogsTable>, 'resolvedAt'>;

/** All occurrences of one error. */
export interface ErrorGroup {
  readonly fingerprint: string;
  /** The latest occurrence, which stands for all. */
  readonly lastId: string;
  readonly occurrences: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly isResolved: boolean;
  /** When it was marked as resolved last, also when it happened again since; `null` when it never was. */
  readonly resolvedAt: Date | null;
  /** In how many guilds it happened. */
  readonly guilds: number;
  readonly errorType: string;
  readonly message: string;
  readonly stack: string | null;
  readonly command: string | null;
  readonly pluginId: string | null;
}

export interface ErrorGroupFilter {
  readonly pluginId?: string | undefined;
  /** Only errors that happened at this moment or later; all their occurrences are counted. */
  readonly since?: Date | undefined;
  /** Also list errors of which every occurrence is resolved. */
  readonly includeResolved?: boolean | undefined;
}

export type ErrorGroupOptions = ErrorGroupFilter & PageOptions;

/** How many errors of a plugin are open. */
export interface OpenErrors {
  readonly pluginId: string | null;
  readonly groups: number;
  readonly occurrences: number;
}

/** What went wrong, when, where. */
export class ErrorLogRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** @returns the occurrence, whose `id` the person's reply may name */
  async insert(error: NewErrorLog): Promise<ErrorLog> {
    return this.#db.insertInto('core.error_logs').values(error).returningAll().executeTakeFirstOrThrow();
  }

  /** Adds occurrences whose ids nobody waits for. */
  async insertMany(errors: readonly NewErrorLog[]): Promise<void> {
    if (errors.length > 0) await this.#db.insertInto('core.error_logs').values(errors).execute();
  }

  async find(id: string): Promise<ErrorLog | undefined> {
    return this.#db.selectFrom('core.error_logs').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** @throws {RecordNotFoundError} */
  async get(id: string): Promise<ErrorLog> {
    const error = await this.find(id);
    if (!error) throw new RecordNotFoundError('error', id);
    return error;
  }

  /** Lists errors by fingerprint, the one that happened last first. */
  async listGroups({
    pluginId,
    since,
    includeResolved = false,
    ...options
  }: ErrorGroupOptions): Promise<Page<ErrorGroup>> {
    const wanted = groupsOf(this.#db)
      .$if(pluginId !== undefined, (query) => query.where('pluginId', '=', pluginId ?? ''))
      .$if(since !== undefined, (query) => query.having(sql<boolean>`max(occurred_at) >= ${since}`))
      .$if(!includeResolved, (query) => query.having(sql<boolean>`bool_or(resolved_at is null)`));
    const listed = withLatest(this.#db, wanted);
    return paginate(listed, { ...options, orderBy: [{ column: 'groups.lastId', direction: 'desc' }] });
  }

  async findGroup(fingerprint: string): Promise<ErrorGroup | undefined> {
    return withLatest(this.#db, groupsOf(this.#db).where('fingerprint', '=', fingerprint)).executeTakeFirst();
  }

  /** Counts what is open, by plugin. */
  async countOpen(): Promise<OpenErrors[]> {
    const open = groupsOf(this.#db).having(sql<boolean>`bool_or(resolved_at is null)`);
    return withLatest(this.#db, open)
      .clearSelect()
      .select((eb) => [
        'latest.pluginId',
        asNumber(eb.fn.countAll()).as('groups'),
        asNumber(eb.fn.sum('groups.occurrences')).as('occurrences'),
      ])
      .groupBy('latest.pluginId')
      .orderBy('latest.pluginId')
      .execute();
  }

  /** Lists the occurrences of one error, newest first. */
  async listOccurrences(fingerprint: string, options: PageOptions): Promise<Page<ErrorLog>> {
    const errors = this.#db.selectFrom('core.error_logs').selectAll().where('fingerprint', '=', fingerprint);
    return paginate(errors, { ...options, orderBy: [{ column: 'id', direction: 'desc' }] });
  }

  /** Marks what has happened so far as dealt with; the next occurrence opens the error again. */
  async markResolved(fingerprint: string, at: Date): Promise<number> {
    const { numUpdatedRows } = await this.#db
      .updateTable('core.error_logs')
      .set({ resolvedAt: at })
      .where('fingerprint', '=', fingerprint)
      .where('resolvedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  /** Takes the mark back, when an error turned out not to be dealt with. */
  async reopen(fingerprint: string): Promise<void> {
    await this.#db
      .updateTable('core.error_logs')
      .set({ resolvedAt: null })
      .where('fingerprint', '=', fingerprint)
      .execute();
  }
}

/** The occurrences of each error, counted. */
function groupsOf(db: Kysely<Database>) {
  return db
    .selectFrom('core.error_logs')
    .select((eb) => [
      'fingerprint',
      eb.fn.max('id').as('lastId'),
      asNumber(eb.fn.countAll()).as('occurrences'),
      eb.fn.min('occurredAt').as('firstSeenAt'),
      eb.fn.max('occurredAt').as('lastSeenAt'),
      sql<boolean>`bool_and(resolved_at is not null)`.as('isResolved'),
      eb.fn.max('resolvedAt').as('resolvedAt'),
      asNumber(eb.fn.count('guildId').distinct()).as('guilds'),
    ])
    .groupBy('fingerprint');
}

/** Groups with what their latest occurrence tells. */
function withLatest(db: Kysely<Database>, groups: ReturnType<typeof groupsOf>) {
  return db
    .selectFrom(groups.as('groups'))
    .innerJoin('core.error_logs as latest', 'latest.id', 'groups.lastId')
    .selectAll('groups')
    .select(['latest.errorType', 'latest.message', 'latest.stack', 'latest.command', 'latest.pluginId']);
}
