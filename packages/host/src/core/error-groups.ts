import {
  type Database,
  type ErrorGroup,
  type ErrorGroupFilter,
  ErrorLogRepository,
  type OpenErrors,
  type Page,
} from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Kysely } from 'kysely';
import { noSuchError } from './errors.ts';

const PAGE_SIZE = 8;

/** The errors of the plugins, grouped, for the bot's owner. */
export class ErrorGroups {
  readonly #logs: ErrorLogRepository;

  constructor(db: Kysely<Database>) {
    this.#logs = new ErrorLogRepository(db);
  }

  /** A page of the groups that a filter leaves, the one that happened last first. */
  list(filter: ErrorGroupFilter, cursor?: string): Promise<Page<ErrorGroup>> {
    return this.#logs.listGroups({ ...filter, limit: PAGE_SIZE, cursor });
  }

  /** @throws {UserError} `core.no-such-error` when it was deleted meanwhile. */
  async get(fingerprint: string): Promise<ErrorGroup> {
    const group = await this.#logs.findGroup(fingerprint);
    if (!group) throw new UserError(noSuchError());
    return group;
  }

  /** What is open, by plugin. */
  countOpen(): Promise<OpenErrors[]> {
    return this.#logs.countOpen();
  }

  /** Marks an error as dealt with; when it happens again it is open again. */
  async resolve(fingerprint: string): Promise<void> {
    await this.#logs.markResolved(fingerprint, new Date());
  }

  /** Takes {@link resolve} back. */
  async reopen(fingerprint: string): Promise<void> {
    await this.#logs.reopen(fingerprint);
  }
}
