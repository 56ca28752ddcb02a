import { type PluginDatabase, toJsonb } from '@twi/database';
import { type Selectable, sql } from 'kysely';
import type { PurgedAttachment, PurgedFilesTable, PurgedMessagesTable } from './purge-tables.ts';

export type PurgedMessage = Selectable<PurgedMessagesTable>;
export type PurgedFile = Pick<Selectable<PurgedFilesTable>, 'messageId' | 'name' | 'bytes'>;
export type NewPurgedMessage = Omit<PurgedMessage, 'archivedAt'>;

/** Keeps what purges deleted. */
export class PurgeArchiveRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  async add(messages: readonly NewPurgedMessage[]): Promise<void> {
    await this.#db
      .insertInto('moderation.purged_messages')
      .values(messages.map((message) => ({ ...message, attachments: toJsonb(message.attachments) })))
      .execute();
  }

  async addFile(
    { runId, messageId }: Pick<PurgedMessage, 'runId' | 'messageId'>,
    { id, name }: PurgedAttachment,
    bytes: Buffer,
  ): Promise<void> {
    await this.#db
      .insertInto('moderation.purged_files')
      .values({ runId, messageId, attachmentId: id, name, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Messages of a run by their ids. */
  async find(runId: string, messageIds: readonly string[]): Promise<PurgedMessage[]> {
    return this.#db
      .selectFrom('moderation.purged_messages')
      .selectAll()
      .where('runId', '=', runId)
      .where('messageId', 'in', messageIds)
      .execute();
  }

  /** How many bytes of files a run has kept. */
  async sizeOf(runId: string): Promise<number> {
    const { bytes } = await this.#db
      .selectFrom('moderation.purged_files')
      .select(sql<string>`coalesce(sum(length(bytes)), 0)`.as('bytes'))
      .where('runId', '=', runId)
      .executeTakeFirstOrThrow();
    return Number(bytes);
  }

  /** The messages that the purge of a case deleted, oldest first. */
  async ofCase(guildId: string, caseNumber: number): Promise<PurgedMessage[]> {
    return this.#db
      .selectFrom('moderation.purged_messages')
      .innerJoin('moderation.bulk_runs', 'moderation.bulk_runs.id', 'moderation.purged_messages.runId')
      .selectAll('moderation.purged_messages')
      .where('moderation.bulk_runs.guildId', '=', guildId)
      .where('moderation.bulk_runs.caseNumber', '=', caseNumber)
      .orderBy('messageId')
      .execute();
  }

  /** The first `limit` files that the purge of a run kept, oldest message first. */
  async filesOf(runId: string, limit: number): Promise<PurgedFile[]> {
    return this.#db
      .selectFrom('moderation.purged_files')
      .select(['messageId', 'name', 'bytes'])
      .where('runId', '=', runId)
      .orderBy('messageId')
      .orderBy('attachmentId')
      .limit(limit)
      .execute();
  }

  /** Forgets the messages of a run that are still there. */
  async dropUndeleted(runId: string): Promise<void> {
    await this.#db
      .deleteFrom('moderation.purged_messages')
      .where('runId', '=', runId)
      .where('messageId', 'not in', (eb) =>
        eb
          .selectFrom('moderation.bulk_items')
          .select('itemId')
          .where((where) => where.and({ runId, state: 'done' })),
      )
      .execute();
  }
}
