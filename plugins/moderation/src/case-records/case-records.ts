import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { validReason } from '../cases/valid-reason.ts';
import type { ModerationContext } from '../context.ts';
import { type CaseNote, CaseNoteRepository } from '../database/case-note-repository.ts';
import { type Case, type CaseKey, CaseRepository } from '../database/case-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';
import {
  caseAlreadyDeleted,
  caseInProgress,
  caseNotDeleted,
  noteNotFound,
  reasonChangedSince,
} from './case-record-errors.ts';

/** More do not fit into a message beside the case. */
const MOST_NOTES_SHOWN = 10;

/** Changes what was recorded: reasons, notes, and whether a case is shown at all. Each change can be undone. */
export class CaseRecords {
  readonly #context: ModerationContext;

  constructor(context: ModerationContext) {
    this.#context = context;
  }

  /** Replaces the reason of a case. @throws {UserError} `moderation.bad-reason`, `moderation.case-not-found` */
  async edit(key: CaseKey, reason: string, editorId: Snowflake): Promise<Case> {
    const after = validReason(reason);
    const { reason: before } = await new CaseRepository(this.#context.db).get(key);
    return this.replaceReason(key, { before, after }, editorId);
  }

  /** Replaces a reason that nobody else has changed. @throws {UserError} `moderation.reason-changed-since` */
  replaceReason(
    key: CaseKey,
    { before, after }: { readonly before: string | null; readonly after: string | null },
    editorId: Snowflake,
  ): Promise<Case> {
    return this.#recorded(key, editorId, 'case-edit', async (transaction) => {
      const cases = new CaseRepository(transaction);
      const changed = await cases.replaceReason(key, before, after);
      if (!changed) throw new UserError(reasonChangedSince(key.number, (await cases.get(key)).reason));
      return { result: changed, target: changed.targetId, reversal: { case: key.number, before, after } };
    });
  }

  /** Hides a case from lists, histories and totals; its number is never given to another. */
  delete(key: CaseKey, moderatorId: Snowflake): Promise<Case> {
    return this.#recorded(key, moderatorId, 'case-delete', async (transaction) => {
      const cases = new CaseRepository(transaction);
      const found = await cases.getDeletedOrLive(key);
      if (found.state === 'pending') throw new UserError(caseInProgress(key.number));
      const deleted = await cases.setDeleted(key, true);
      if (!deleted) throw new UserError(caseAlreadyDeleted(key.number));
      return { result: deleted, target: deleted.targetId, reversal: { case: key.number } };
    });
  }

  restore(key: CaseKey, moderatorId: Snowflake): Promise<Case> {
    return this.#recorded(key, moderatorId, 'case-restore', async (transaction) => {
      const cases = new CaseRepository(transaction);
      await cases.getDeletedOrLive(key);
      const restored = await cases.setDeleted(key, false);
      if (!restored) throw new UserError(caseNotDeleted(key.number));
      return { result: restored, target: restored.targetId, reversal: { case: key.number } };
    });
  }

  /** Adds to a case what moderators learned later. @throws {UserError} `moderation.bad-reason` */
  async addNote(key: CaseKey, text: string, authorId: Snowflake): Promise<CaseNote> {
    const valid = validReason(text);
    return this.#recorded(key, authorId, 'case-note', async (transaction) => {
      const { targetId } = await new CaseRepository(transaction).get(key);
      const note = await new CaseNoteRepository(transaction).add(key, authorId, valid);
      return { result: note, target: targetId, reversal: { case: key.number, note: note.id } };
    });
  }

  /** Takes a note away or brings it back. @throws {UserError} `moderation.note-not-found` */
  setNoteDeleted(
    key: CaseKey,
    { noteId, isDeleted }: { readonly noteId: string; readonly isDeleted: boolean },
    moderatorId: Snowflake,
  ): Promise<void> {
    return this.#recorded(
      key,
      moderatorId,
      isDeleted ? 'case-note-delete' : 'case-note-restore',
      async (transaction) => {
        const notes = new CaseNoteRepository(transaction);
        if (!(await notes.setDeleted(key.guildId, noteId, isDeleted)))
          throw new UserError(noteNotFound(key.number, isDeleted));
        return { result: undefined };
      },
    );
  }

  /** The newest notes of a case, oldest of them first. */
  notesOf(key: CaseKey): Promise<CaseNote[]> {
    return new CaseNoteRepository(this.#context.db).list(key, MOST_NOTES_SHOWN);
  }

  /** Runs a change and its audit entry in one transaction. */
  async #recorded<Result>(
    { guildId, number }: CaseKey,
    userId: Snowflake,
    verb: string,
    change: (transaction: ModerationTransaction) => Promise<{
      readonly result: Result;
      readonly target?: string;
      readonly reversal?: Readonly<Record<string, unknown>>;
    }>,
  ): Promise<Result> {
    await this.#context.ensureUser(userId);
    return this.#context.db.transaction().execute(async (transaction) => {
      const { result, target, reversal } = await change(transaction);
      await this.#context.audit.record({
        guildId,
        userId,
        action: `moderation.${verb}`,
        target: target ?? `case #${number}`,
        details: { case: number },
        ...(reversal && { reversal }),
        transaction,
      });
      return result;
    });
  }
}
