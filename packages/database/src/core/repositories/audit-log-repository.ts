import { type CompiledQuery, sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import { paginate, type Page, type PageOptions } from '../../pagination/paginate.ts';
import { toJsonb } from '../../to-jsonb.ts';
import { RecordNotFoundError } from '../record-not-found-error.ts';
import type { AuditLogsTable } from '../tables/audit-logs-table.ts';
import { withGuildAndUser } from '../with-guild.ts';

export type AuditLog = Selectable<AuditLogsTable>;

export interface NewAuditLog {
  readonly guildId: string;
  readonly userId: string | null;
  readonly action: string;
  readonly target?: string | null;
  readonly details?: unknown;
  /** What undoing needs; absent when it cannot be undone. */
  readonly reversal?: unknown;
  /** Why it cannot be undone, as a sentence that names nobody. */
  readonly irreversibleBecause?: string | null;
}

export interface AuditLogFilter extends PageOptions {
  readonly userId?: string | undefined;
  readonly action?: string | undefined;
}

/** An action was undone before. */
export class AlreadyReversedError extends Error {
  override readonly name = 'AlreadyReversedError';
  readonly auditLogId: string;

  constructor(auditLogId: string) {
    super(`The action ${auditLogId} was undone already.`);
    this.auditLogId = auditLogId;
  }
}

/** Somebody is undoing an action, or doing it again, at this moment. */
export class AuditLogHeldError extends Error {
  override readonly name = 'AuditLogHeldError';

  constructor(auditLogId: string, options?: ErrorOptions) {
    super(`The action ${auditLogId} is being undone or repeated at this moment.`, options);
  }
}

/** The newest of a list. */
export interface RecentOptions {
  readonly userId?: string | undefined;
  /** Most rows, at least 1. */
  readonly limit: number;
}

/** What was done through the bot, and what undoing it needs. */
export class AuditLogRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Records an action; the rows of guild and user are made when they are missing. */
  async record(log: NewAuditLog): Promise<AuditLog> {
    return this.#insert(log).returningAll().executeTakeFirstOrThrow();
  }

  /** The statement that {@link record} runs, for running it in the transaction of another handle. */
  recording(log: NewAuditLog): CompiledQuery {
    return this.#insert(log).compile();
  }

  /** @throws {RecordNotFoundError} also when the action belongs to another guild. */
  async get(guildId: string, id: string): Promise<AuditLog> {
    const log = await this.#ofGuild(guildId).where('id', '=', id).executeTakeFirst();
    if (!log) throw new RecordNotFoundError('audit log entry', id);
    return log;
  }

  /** Lists a guild's actions, newest first. */
  async list(guildId: string, { userId, action, ...options }: AuditLogFilter): Promise<Page<AuditLog>> {
    let logs = this.#ofGuild(guildId);
    if (userId !== undefined) logs = logs.where('userId', '=', userId);
    if (action !== undefined) logs = logs.where('action', '=', action);
    return paginate(logs, { ...options, orderBy: [{ column: 'id', direction: 'desc' }] });
  }

  /** The names of actions that were recorded in a guild, in their order. */
  async listActions(guildId: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('core.audit_logs')
      .select('action')
      .distinct()
      .where('guildId', '=', guildId)
      .orderBy('action')
      .execute();
    return rows.map(({ action }) => action);
  }

  /** Finds the last action of a user that can still be undone. */
  async findLastReversible(guildId: string, userId: string): Promise<AuditLog | undefined> {
    const [last] = await this.listReversible(guildId, { userId, limit: 1 });
    return last;
  }

  /** Lists what can still be undone, newest first; of everybody where no user is named. */
  async listReversible(guildId: string, { userId, limit }: RecentOptions): Promise<AuditLog[]> {
    let logs = this.#ofGuild(guildId).where('reversal', 'is not', null).where('reversedAt', 'is', null);
    if (userId !== undefined) logs = logs.where('userId', '=', userId);
    return logs.orderBy('id', 'desc').limit(limit).execute();
  }

  /** Finds the action that a user undid last, for doing it again. */
  async findLastReversed(guildId: string, userId: string): Promise<AuditLog | undefined> {
    const [last] = await this.listReversed(guildId, { userId, limit: 1 });
    return last;
  }

  /** Lists what was undone, by whomever or by one user, what was undone last first. */
  async listReversed(guildId: string, { userId, limit }: RecentOptions): Promise<AuditLog[]> {
    let logs = this.#ofGuild(guildId).where('reversedAt', 'is not', null);
    if (userId !== undefined) logs = logs.where('reversedBy', '=', userId);
    return logs.orderBy('reversedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
  }

  /**
   * Reads an entry and holds it until the end of the transaction that this repository works in, so that of several who
   * want to undo it one does.
   *
   * @throws {AuditLogHeldError} when somebody else holds it.
   * @throws {RecordNotFoundError} when there is no such action in the guild.
   */
  async hold(guildId: string, id: string): Promise<AuditLog> {
    try {
      const log = await this.#ofGuild(guildId).where('id', '=', id).forUpdate().noWait().executeTakeFirst();
      if (log) return log;
    } catch (error) {
      throw isLockTaken(error) ? new AuditLogHeldError(id, { cause: error }) : error;
    }
    throw new RecordNotFoundError('audit log entry', id);
  }

  /**
   * Records that an action was undone; of several attempts at once exactly one succeeds.
   *
   * @throws {AlreadyReversedError} when it was undone before.
   * @throws {RecordNotFoundError} when there is no such action in the guild.
   */
  async markReversed(guildId: string, id: string, reversedBy: string): Promise<AuditLog> {
    const log = await this.#db
      .updateTable('core.audit_logs')
      .set({ reversedBy, reversedAt: sql<Date>`now()` })
      .where('guildId', '=', guildId)
      .where('id', '=', id)
      .where('reversedAt', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (log) return log;
    await this.get(guildId, id);
    throw new AlreadyReversedError(id);
  }

  /** Takes `markReversed` back, when the action was done again. @throws {RecordNotFoundError} */
  async markRestored(guildId: string, id: string): Promise<AuditLog> {
    const log = await this.#db
      .updateTable('core.audit_logs')
      .set({ reversedBy: null, reversedAt: null })
      .where('guildId', '=', guildId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!log) throw new RecordNotFoundError('audit log entry', id);
    return log;
  }

  #insert({ details = {}, reversal, ...log }: NewAuditLog) {
    return withGuildAndUser(this.#db, log)
      .insertInto('core.audit_logs')
      .values({
        ...log,
        details: toJsonb(details),
        reversal: reversal === undefined ? null : toJsonb(reversal),
      });
  }

  #ofGuild(guildId: string) {
    return this.#db.selectFrom('core.audit_logs').selectAll().where('guildId', '=', guildId);
  }
}

/** SQLSTATE of `nowait`: lock_not_available. */
const LOCK_NOT_AVAILABLE = '55P03';

function isLockTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}
