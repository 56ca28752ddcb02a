import { type Database, type ErrorGroup, ErrorLogRepository } from '@twi/database';
import type { Kysely } from 'kysely';

/** So many groups are looked through for those that are asked for, the latest first. */
const MAX_GROUPS = 500;

/** Which errors are asked for. */
export interface ErrorFilter {
  readonly pluginId?: string | undefined;
  readonly since?: Date | undefined;
  /** Also those that were marked as resolved. */
  readonly includeResolved?: boolean;
}

export interface ErrorGroupList {
  readonly groups: readonly ErrorGroup[];
  /** Whether older ones were not looked at. */
  readonly isCut: boolean;
}

/** The errors of the plugins, grouped, for the bot's owner. */
export class ErrorGroups {
  readonly #logs: ErrorLogRepository;

  constructor(db: Kysely<Database>) {
    this.#logs = new ErrorLogRepository(db);
  }

  /** The groups that a filter leaves, the one that happened last first. */
  async list({ pluginId, since, includeResolved = false }: ErrorFilter): Promise<ErrorGroupList> {
    const { rows, next } = await this.#logs.listGroups({ limit: MAX_GROUPS, includeResolved });
    const groups = rows
      .filter((group) => pluginId === undefined || group.pluginId === pluginId)
      .filter(({ lastSeenAt }) => since === undefined || lastSeenAt >= since);
    return { groups, isCut: next !== undefined };
  }

  /** Marks an error as dealt with; when it happens again it is listed again. */
  async resolve(fingerprint: string): Promise<void> {
    await this.#logs.markResolved(fingerprint, new Date());
  }
}
