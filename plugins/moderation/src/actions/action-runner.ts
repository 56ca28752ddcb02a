import { UserError } from '@twi/sdk';
import { DiscordAPIError } from 'discord.js';
import type { BanRequest } from './action-request.ts';
import type { DiscordAction } from './discord-action.ts';
import { DISCORD_ACTIONS, type DiscordActionType } from './discord-actions.ts';
import { caseReason } from './case-reason.ts';
import type { CaseBook } from '../cases/case-book.ts';
import { caseWords } from '../cases/case-type.ts';
import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';
import type { DmState } from '../database/schema.ts';
import { NotLifted } from './not-lifted.ts';
import { OvertakenError } from './overtaken-error.ts';
import { refusalSentence } from './discord-refusal.ts';
import { actionFailed, actionUnanswered } from '../errors.ts';
import { assertBotHolds, assertInReach, assertMember, findTarget, type Target } from './target.ts';
import type { TargetNotifier } from './target-notifier.ts';

/** Why an action certainly did not take place. */
type Refusal = DiscordAPIError | OvertakenError;

/** An action whose case is open. */
interface Course {
  readonly request: BanRequest;
  readonly target: Target;
  readonly opened: Case;
  readonly expiresAt: Date | undefined;
}

/**
 * Does in Discord what a moderator asks for, and records it.
 *
 * The order is: refuse; open the case as pending; tell the target; act; complete or fail the case. So Discord's audit
 * log can name the case, nothing happens in Discord without one, and a process that dies on the way leaves a pending
 * case, which claims nothing and is settled by looking at Discord (`CaseSettler`). Acting first would lose the record
 * of an action for good, and no transaction takes an action back.
 */
export class ActionRunner {
  readonly #logger: ModerationContext['logger'];
  readonly #book: CaseBook;
  readonly #notifier: TargetNotifier;

  constructor({ logger }: ModerationContext, book: CaseBook, notifier: TargetNotifier) {
    this.#logger = logger;
    this.#book = book;
    this.#notifier = notifier;
  }

  /** @throws {UserError} for whatever stands in the way before, `moderation.action-…` for what Discord makes of it. */
  async run(type: DiscordActionType, request: BanRequest): Promise<Case> {
    const action: DiscordAction = DISCORD_ACTIONS[type];
    const target = await checkedTarget(action, request);
    const { durationMs } = request;
    const opened = await this.#book.open(request, { type, expiresAt: endOf(durationMs) });
    const dmState = await this.#notifier.tell(target, { type, reason: opened.reason, durationMs });
    // The message may have taken seconds; what was announced counts from the action.
    const expiresAt = endOf(durationMs);
    const act = () => this.#act(action, { request, target, opened, expiresAt });
    const conclusion = { dmState, expiresAt, act };
    try {
      return action.changesBan
        ? await this.#book.completeBan(opened, conclusion)
        : await this.#book.complete(opened, conclusion);
    } catch (error) {
      if (isRefusal(error)) return await this.#fail(opened, error, dmState);
      throw error;
    }
  }

  async #act(
    action: DiscordAction,
    { request, target, opened, expiresAt }: Course,
  ): Promise<NotLifted | undefined> {
    try {
      const left = await action.apply({
        target,
        auditReason: caseReason(opened, request.moderator.user.username),
        expiresAt,
        deleteMessageSeconds: request.deleteMessageSeconds ?? 0,
      });
      return left instanceof NotLifted ? left : undefined;
    } catch (error) {
      if (isRefusal(error)) throw error;
      // It may have taken place nonetheless, so the case stays pending until it is settled.
      this.#logger.warn(
        `Discord did not answer to case #${opened.number} in guild ${opened.guildId}.`,
        error,
      );
      throw new UserError(actionUnanswered(caseWords(opened.type).verb, opened));
    }
  }

  async #fail(opened: Case, error: Refusal, dmState: DmState | undefined): Promise<never> {
    const failure = error instanceof OvertakenError ? error.message : refusalSentence(error);
    await this.#book.fail(opened, failure, dmState);
    const { verb } = caseWords(opened.type);
    const { number, targetId } = opened;
    throw new UserError(actionFailed({ verb, targetId, number, failure, wasTold: dmState === 'sent' }));
  }
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof DiscordAPIError || error instanceof OvertakenError;
}

function endOf(durationMs: number | undefined): Date | undefined {
  return durationMs === undefined ? undefined : new Date(Date.now() + durationMs);
}

/** Refuses whatever can be refused before anything happens. */
async function checkedTarget(
  action: DiscordAction,
  { guild, moderator, target: user }: BanRequest,
): Promise<Target> {
  await assertBotHolds(guild, action.permission);
  const target = await findTarget(guild, user);
  assertInReach(target, { moderator, botActs: true });
  if (action.membersOnly) assertMember(target);
  await action.assertSensible?.(target);
  return target;
}
