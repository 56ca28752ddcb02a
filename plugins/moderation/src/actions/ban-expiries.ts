import { isRefusalWith } from '@twi/sdk';
import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { auditCase } from '../cases/audit-case.ts';
import type { ModerationContext } from '../context.ts';
import { type Case, CaseRepository } from '../database/case-repository.ts';
import { exclusively, type ModerationTransaction } from '../database/exclusively.ts';
import { type CaseBan, ExpiryRepository, type PendingExpiry } from '../database/expiry-repository.ts';
import type { Logs } from '../logs/logs.ts';
import { refusalSentence } from './discord-refusal.ts';

const RETRY_AFTER_MS = 21_600_000;
/** A softban is meant to be over by now, so its first new try comes sooner. */
const SOFTBAN_RETRY_MS = 60_000;
/** A month of tries; after that only a moderator can lift it. */
const MOST_ATTEMPTS = 120;

/** Ends temporary bans, whatever happens to the bot in the meantime. */
export class BanExpiries {
  readonly #context: ModerationContext;
  readonly #logs: Logs;

  constructor(context: ModerationContext, logs: Logs) {
    this.#context = context;
    this.#logs = logs;
  }

  /**
   * Brings the end of a person's ban in line with a ban or unban that took place, in the transaction that records it:
   * the newest ban decides, and an unban leaves nothing to lift.
   */
  async follow(done: Case, transaction: ModerationTransaction): Promise<void> {
    const ban = { guildId: done.guildId, userId: done.targetId, caseNumber: done.number };
    const expiries = new ExpiryRepository(transaction);
    const dueAt = endOf(done);
    if (!dueAt) return expiries.cancel(ban);

    await expiries.replace(ban, dueAt);
    await this.#context.jobs.send('lift-ban', ban, { startAfter: dueAt, transaction });
  }

  /** Lifts a ban that has run out. Does nothing when a later ban or an unban took its place. */
  async lift(ban: CaseBan): Promise<void> {
    const { client, db } = this.#context;
    if (!client.isReady()) throw new Error('No ban can be lifted before the bot has logged in.');
    // Not inside: whoever holds a connection must not wait for a second one.
    await this.#context.ensureUser(client.user.id);

    const lifted = await exclusively(db, ban, async (transaction) => {
      const expiry = await new ExpiryRepository(transaction).findDue(ban);
      const unban = expiry && (await this.#lift(expiry, client, transaction));
      if (unban) await auditCase(this.#context, unban, transaction);
      return unban;
    });
    if (lifted) await this.#logs.postCase(lifted);
  }

  /** The unban's case, or `undefined` when there was nothing to lift or Discord refused. */
  async #lift(
    expiry: PendingExpiry,
    client: Client<true>,
    transaction: ModerationTransaction,
  ): Promise<Case | undefined> {
    const { guildId, userId, caseNumber } = expiry;
    const reason = `The ban of case #${caseNumber} has run out.`;
    try {
      const guild = await client.guilds.fetch(guildId);
      await guild.bans.remove(userId, reason);
    } catch (error) {
      // Somebody lifted it in Discord itself: done, and not by us.
      if (isRefusalWith(error, RESTJSONErrorCodes.UnknownBan)) return this.#close(expiry, transaction);
      if (error instanceof DiscordAPIError) return this.#postpone(expiry, error, transaction);
      throw error;
    }
    await this.#close(expiry, transaction);
    return new CaseRepository(transaction).open({
      type: 'unban',
      state: 'done',
      guildId,
      targetId: userId,
      moderatorId: client.user.id,
      reason,
    });
  }

  async #close(
    { guildId, userId, caseNumber }: PendingExpiry,
    transaction: ModerationTransaction,
  ): Promise<undefined> {
    await new ExpiryRepository(transaction).cancel({ guildId, userId });
    await new CaseRepository(transaction).recordLiftFailure({ guildId, number: caseNumber }, null);
  }

  async #postpone(
    expiry: PendingExpiry,
    error: DiscordAPIError,
    transaction: ModerationTransaction,
  ): Promise<undefined> {
    const { guildId, caseNumber, attempts } = expiry;
    const expiries = new ExpiryRepository(transaction);
    if (attempts === 0) {
      const failure = refusalSentence(error);
      this.#context.logger.warn(
        `The ban of case #${caseNumber} in guild ${guildId} cannot be lifted: ${failure}`,
      );
      await new CaseRepository(transaction).recordLiftFailure({ guildId, number: caseNumber }, failure);
    }
    if (attempts + 1 >= MOST_ATTEMPTS) await expiries.cancel(expiry);
    else await expiries.postpone(expiry, new Date(Date.now() + RETRY_AFTER_MS));
  }
}

/** When the ban is to be lifted that a case leaves in force, if ever. */
function endOf({ type, expiresAt, liftFailure }: Case): Date | undefined {
  if (type === 'ban') return expiresAt ?? undefined;
  return type === 'softban' && liftFailure ? new Date(Date.now() + SOFTBAN_RETRY_MS) : undefined;
}
