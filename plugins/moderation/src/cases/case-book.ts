import type { Snowflake } from 'discord.js';
import type { ActionRequest } from '../actions/action-request.ts';
import { auditCase } from './audit-case.ts';
import type { BanExpiries } from '../actions/ban-expiries.ts';
import type { NotLifted } from '../actions/not-lifted.ts';
import type { CaseType } from './case-type.ts';
import type { ModerationContext } from '../context.ts';
import { type Case, type CaseFacts, CaseRepository } from '../database/case-repository.ts';
import { exclusively, type ModerationTransaction } from '../database/exclusively.ts';
import type { DmState } from '../database/schema.ts';
import { validReason } from './valid-reason.ts';
import type { Logs } from '../logs/logs.ts';

/** What a case is opened as. */
interface Opening {
  readonly type: CaseType;
  readonly expiresAt?: Date | undefined;
  /** Where a purge takes place. */
  readonly channelId?: Snowflake | undefined;
}

/** How a case is concluded. */
interface Conclusion extends CaseFacts {
  /** Makes it true in Discord; whatever it throws leaves the case as it is. */
  readonly act: () => Promise<NotLifted | undefined>;
}

/** Keeps the cases: opens them, and concludes them with all that follows. */
export class CaseBook {
  readonly #context: ModerationContext;
  readonly #cases: CaseRepository;
  readonly #expiries: BanExpiries;
  readonly #logs: Logs;

  constructor(context: ModerationContext, expiries: BanExpiries, logs: Logs) {
    this.#context = context;
    this.#cases = new CaseRepository(context.db);
    this.#expiries = expiries;
    this.#logs = logs;
  }

  /**
   * Opens a case that is to be acted on.
   *
   * @throws {UserError} `moderation.bad-reason`
   */
  async open(request: ActionRequest, opening: Opening): Promise<Case> {
    const values = await this.#prepare(request);
    return this.#cases.open({ ...opening, ...values, state: 'pending' });
  }

  /**
   * Opens a case that is no more than its record, with what else belongs to it.
   *
   * @param along written in the same transaction
   * @throws {UserError} `moderation.bad-reason`
   */
  async record(
    request: ActionRequest,
    opening: Opening,
    along?: (recorded: Case, transaction: ModerationTransaction) => Promise<void>,
  ): Promise<Case> {
    const values = await this.#prepare(request);
    return this.#log(
      this.#context.db.transaction().execute(async (transaction) => {
        const recorded = await new CaseRepository(transaction).open({ ...opening, ...values, state: 'done' });
        await along?.(recorded, transaction);
        await auditCase(this.#context, recorded, transaction);
        return recorded;
      }),
    );
  }

  /** Records what became of the message to the target. */
  recordDm(recorded: Case, dmState: DmState | undefined): Promise<Case> | Case {
    return dmState ? this.#cases.recordDm(recorded, dmState) : recorded;
  }

  /** Acts and completes a pending case. */
  async complete(opened: Case, { act, ...facts }: Conclusion): Promise<Case> {
    await act();
    return this.#log(
      this.#context.db.transaction().execute(async (transaction) => {
        const done = await new CaseRepository(transaction).complete(opened, facts);
        await auditCase(this.#context, done, transaction);
        return done;
      }),
    );
  }

  /** Acts and completes a pending ban or unban, and sets when the ban ends. One at a time for each person. */
  async completeBan(opened: Case, { act, ...facts }: Conclusion): Promise<Case> {
    const { guildId, targetId: userId } = opened;
    return this.#log(
      exclusively(this.#context.db, { guildId, userId }, async (transaction) => {
        const left = await act();
        const outcome = { ...facts, liftFailure: left?.why };
        const done = await new CaseRepository(transaction).complete(opened, outcome);
        await this.#expiries.follow(done, transaction);
        await auditCase(this.#context, done, transaction);
        return done;
      }),
    );
  }

  /** Records that a pending case did not take place. */
  async fail(opened: Case, failure: string, dmState?: DmState): Promise<void> {
    await this.#cases.fail(opened, failure, dmState);
  }

  /** Posts what was committed: a log that cannot be taken back has no place in a transaction. */
  async #log(committed: Promise<Case>): Promise<Case> {
    const done = await committed;
    await this.#logs.postCase(done);
    return done;
  }

  async #prepare({ guild, moderator, target, reason, follows, causedBy }: ActionRequest) {
    const trimmed = reason === undefined ? null : validReason(reason);
    await Promise.all([
      this.#context.ensureGuild(guild.id),
      this.#context.ensureUser(target.id),
      this.#context.ensureUser(moderator.id),
    ]);
    return {
      guildId: guild.id,
      targetId: target.id,
      moderatorId: moderator.id,
      reason: trimmed,
      follows,
      causedBy,
    };
  }
}
