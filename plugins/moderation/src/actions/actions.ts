import type { CaseBook } from '../cases/case-book.ts';
import type { Case } from '../database/case-repository.ts';
import type { Escalation, EscalationOutcome, PointsChange } from '../escalation/escalation.ts';
import type { ActionRequest, BanRequest, ReasonedRequest, TimedRequest } from './action-request.ts';
import type { ActionRunner } from './action-runner.ts';
import { assertInReach, assertMember, findTarget } from './target.ts';
import type { TargetNotifier } from './target-notifier.ts';

/** A warning, with what it led to by itself. */
export interface Warning extends Case {
  readonly escalation: EscalationOutcome;
}

export interface ActionsParts {
  readonly book: CaseBook;
  readonly escalation: Escalation;
  readonly notifier: TargetNotifier;
  readonly runner: ActionRunner;
}

/** What moderators do to people, each recorded as a numbered case. */
export class Actions {
  readonly #book: CaseBook;
  readonly #escalation: Escalation;
  readonly #notifier: TargetNotifier;
  readonly #runner: ActionRunner;

  constructor({ book, escalation, notifier, runner }: ActionsParts) {
    this.#book = book;
    this.#escalation = escalation;
    this.#notifier = notifier;
    this.#runner = runner;
  }

  /** Warns a member. The case is the warning: it exists before the member hears of it. */
  async warn(request: ReasonedRequest): Promise<Warning> {
    const target = await findTarget(request.guild, request.target);
    assertInReach(target, { moderator: request.moderator, botActs: false });
    assertMember(target);
    let change: PointsChange = { before: 0, after: 0 };
    const recorded = await this.#book.record(request, { type: 'warn' }, async (warning, transaction) => {
      change = await this.#escalation.add(warning, transaction);
    });
    const told = await this.#book.recordDm(recorded, await this.#notifier.tell(target, recorded));
    return { ...told, escalation: await this.#escalation.follow(told, target, change) };
  }

  /** Keeps a note that moderators alone see, also about who is not in the guild. */
  async note(request: ReasonedRequest): Promise<Case> {
    const target = await findTarget(request.guild, request.target);
    assertInReach(target, { moderator: request.moderator, botActs: false });
    return this.#book.record(request, { type: 'note' });
  }

  /** Keeps a member from writing and speaking for at most 28 days. */
  timeout(request: TimedRequest): Promise<Case> {
    return this.#runner.run('timeout', request);
  }

  untimeout(request: ActionRequest): Promise<Case> {
    return this.#runner.run('untimeout', request);
  }

  kick(request: ActionRequest): Promise<Case> {
    return this.#runner.run('kick', request);
  }

  /** Bans anybody, member or not; with a duration the ban lifts itself. The newest ban decides when it ends. */
  ban(request: BanRequest): Promise<Case> {
    return this.#runner.run('ban', request);
  }

  /** Removes a member with what they wrote in the last day, by a ban that is lifted at once. */
  softban(request: ActionRequest): Promise<Case> {
    return this.#runner.run('softban', request);
  }

  /** Lifts a ban, and forgets when it would have ended. */
  unban(request: ActionRequest): Promise<Case> {
    return this.#runner.run('unban', request);
  }
}
