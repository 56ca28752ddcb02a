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
  readonly errorType: string;
  readonly message: string;
  readonly pluginId: string | null;
}

export interface ErrorGroupOptions extends PageOptions {
  /** Also list errors of which every occurrence is resolved. */
  readonly includeResolved?: boolean;
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
  async listGroups({ includeResolved = false, ...options }: ErrorGroupOptions): Promise<Page<ErrorGroup>> {
    const groups = this.#db
      .selectFrom('core.error_logs')
      .select((eb) => [
        'fingerprint',
        eb.fn.max('id').as('lastId'),
        asNumber(eb.fn.countAll()).as('occurrences'),
        eb.fn.min('occurredAt').as('firstSeenAt'),
        eb.fn.max('occurredAt').as('lastSeenAt'),
        sql<boolean>`bool_and(resolved_at is not null)`.as('isResolved'),
      ])
      .groupBy('fingerprint')
      .$if(!includeResolved, (query) => query.having(sql<boolean>`bool_or(resolved_at is null)`));
    const listed = this.#db
      .selectFrom(groups.as('groups'))
      .innerJoin('core.error_logs as latest', 'latest.id', 'groups.lastId')
      .selectAll('groups')
      .select(['latest.errorType', 'latest.message', 'latest.pluginId']);
    return paginate(listed, { ...options, orderBy: [{ column: 'groups.lastId', direction: 'desc' }] });
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

  /** Deletes what is older than a moment, for retention. */
  async deleteBefore(moment: Date): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('core.error_logs')
      .where('occurredAt', '<', moment)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
