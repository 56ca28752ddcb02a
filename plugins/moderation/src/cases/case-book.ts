import { UserError } from '@twi/sdk';
import type { ActionRequest } from '../actions/action-request.ts';
import { auditCase } from './audit-case.ts';
import type { BanExpiries } from '../actions/ban-expiries.ts';
import type { CaseType } from './case-type.ts';
import type { ModerationContext } from '../context.ts';
import { type Case, type CaseFacts, CaseRepository } from '../database/case-repository.ts';
import { exclusively } from '../database/exclusively.ts';
import type { CaseState, DmState } from '../database/schema.ts';
import { badReason, MAX_REASON_LENGTH } from '../errors.ts';

/** What a case is opened as. */
interface Opening {
  readonly type: CaseType;
  /** `done` for what is no more than its record. */
  readonly state: CaseState;
  readonly expiresAt?: Date | undefined;
}

/** How a case is concluded. */
interface Conclusion extends CaseFacts {
  /** Makes it true in Discord; whatever it throws leaves the case as it is. */
  readonly act: () => Promise<unknown>;
}

/** Keeps the cases: opens them, and concludes them with all that follows. */
export class CaseBook {
  readonly #context: ModerationContext;
  readonly #cases: CaseRepository;
  readonly #expiries: BanExpiries;

  constructor(context: ModerationContext, expiries: BanExpiries) {
    this.#context = context;
    this.#cases = new CaseRepository(context.db);
    this.#expiries = expiries;
  }

  /** @throws {UserError} `moderation.bad-reason` */
  async open({ guild, moderator, target, reason }: ActionRequest, opening: Opening): Promise<Case> {
    const trimmed = reason?.trim();
    if (trimmed === '' || (trimmed && trimmed.length > MAX_REASON_LENGTH))
      throw new UserError(badReason(trimmed.length));

    await Promise.all([
      this.#context.ensureGuild(guild.id),
      this.#context.ensureUser(target.id),
      this.#context.ensureUser(moderator.id),
    ]);
    return this.#cases.open({
      ...opening,
      guildId: guild.id,
      targetId: target.id,
      moderatorId: moderator.id,
      reason: trimmed ?? null,
    });
  }

  /** Concludes what is no more than its record. */
  async record(opened: Case, dmState?: DmState): Promise<Case> {
    const done = dmState ? await this.#cases.recordDm(opened, dmState) : opened;
    await auditCase(this.#context, done);
    return done;
  }

  /** Acts and completes a pending case. */
  async complete(opened: Case, { act, ...facts }: Conclusion): Promise<Case> {
    await act();
    const done = await this.#cases.complete(opened, facts);
    await auditCase(this.#context, done);
    return done;
  }

  /** Acts and completes a pending ban or unban, and sets when the ban ends. One at a time for each person. */
  async completeBan(opened: Case, { act, ...facts }: Conclusion): Promise<Case> {
    const { guildId, targetId: userId } = opened;
    const done = await exclusively(this.#context.db, { guildId, userId }, async (transaction) => {
      await act();
      const completed = await new CaseRepository(transaction).complete(opened, facts);
      await this.#expiries.follow(completed, transaction);
      return completed;
    });
    await auditCase(this.#context, done);
    return done;
  }

  /** Records that a pending case did not take place. */
  async fail(opened: Case, failure: string, dmState?: DmState): Promise<void> {
    await this.#cases.fail(opened, failure, dmState);
  }
}
