import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Selectable, Updateable } from 'kysely';
import type { CaseKey } from './case-repository.ts';
import type { CaseNotesTable } from './schema.ts';

export type CaseNote = Selectable<CaseNotesTable>;

/** What moderators add to a case later. */
export class CaseNoteRepository {
  readonly #db: PluginDatabase<'moderation'>;
  readonly #notes: SoftDeleteTable<PluginTables<'moderation'>, 'moderation.case_notes'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
    this.#notes = new SoftDeleteTable(db, 'moderation.case_notes');
  }

  async add({ guildId, number }: CaseKey, authorId: string, text: string): Promise<CaseNote> {
    return this.#db
      .insertInto('moderation.case_notes')
      .values({ guildId, caseNumber: number, authorId, text })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** The newest `limit` notes of a case, oldest of them first. */
  async list({ guildId, number }: CaseKey, limit: number): Promise<CaseNote[]> {
    const newest = await this.#notes
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, caseNumber: number }))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return newest.toReversed();
  }

  /** Deletes or brings back a note; tells whether that changed anything. */
  async setDeleted(guildId: string, id: string, isDeleted: boolean): Promise<boolean> {
    const deletedAt: Updateable<CaseNotesTable>['deletedAt'] = isDeleted ? new Date() : null;
    const changed = await this.#db
      .updateTable('moderation.case_notes')
      .set({ deletedAt })
      .where((eb) => eb.and({ guildId, id }))
      .where('deletedAt', isDeleted ? 'is' : 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return changed !== undefined;
  }
}
