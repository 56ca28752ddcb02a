import { lockUntilCommit } from '@twi/database';
import { ownMember, UserError } from '@twi/sdk';
import type { GuildMember, Snowflake } from 'discord.js';
import type { ActionRunner } from '../actions/action-runner.ts';
import { findTarget, type MemberTarget } from '../actions/target.ts';
import type { ModerationContext } from '../context.ts';
import { type Case, type CaseKey, CaseRepository } from '../database/case-repository.ts';
import type { ModerationTransaction } from '../database/exclusively.ts';
import { WarnPointsRepository } from '../database/warn-points-repository.ts';
import { type EscalationStep, parseEscalationStep } from './escalation-step.ts';

/** The points of a person before and after a warning. */
export interface PointsChange {
  readonly before: number;
  readonly after: number;
}

/** What a warning led to by itself. */
export interface EscalationOutcome {
  /** The points that count now; absent where nothing follows from points. */
  readonly points?: number;
  /** What was done, when the points reached a step. */
  readonly taken?: Case;
  /** Why it could not be done. */
  readonly failure?: string;
}

/** A step of the ladder, with the points at which it is reached. */
interface Rung extends EscalationStep {
  readonly points: number;
}

/** Adds up the points of warnings, and does what the server has set for so many. */
export class Escalation {
  readonly #context: ModerationContext;
  readonly #runner: ActionRunner;

  constructor(context: ModerationContext, runner: ActionRunner) {
    this.#context = context;
    this.#runner = runner;
  }

  /** The points of a person that count now; none where nothing follows from points. */
  async pointsOf(guildId: Snowflake, userId: Snowflake): Promise<number> {
    const { escalation } = await this.#context.settings.get(guildId);
    if (Object.keys(escalation).length === 0) return 0;
    return new WarnPointsRepository(this.#context.db).total(guildId, userId);
  }

  /** Adds the points of a warning in the transaction that records it. Warnings of one person are counted one by one. */
  async add(warning: Case, transaction: ModerationTransaction): Promise<PointsChange> {
    const { guildId, number, targetId: userId } = warning;
    const { warnPointsLast } = await this.#context.settings.get(guildId);
    const points = await this.#weigh(warning);
    const repository = new WarnPointsRepository(transaction);
    await lockUntilCommit(transaction, `moderation points ${guildId} ${userId}`);
    const before = await repository.total(guildId, userId);
    const expiresAt = new Date(Date.now() + warnPointsLast);
    const added = { guildId, caseNumber: number, userId, points, pointsBefore: before, expiresAt };
    if (points > 0) await repository.add(added);
    return { before, after: before + points };
  }

  /** Does what the server has set for the points that a warning has reached, once. */
  async follow(warning: Case, target: MemberTarget, change: PointsChange): Promise<EscalationOutcome> {
    const outcome = await this.#take(warning, target, change);
    await new WarnPointsRepository(this.#context.db).markFollowed(warning);
    return outcome;
  }

  /** Follows a warning whose process was stopped before it did; who has left meanwhile is left alone. */
  async resume(key: CaseKey): Promise<void> {
    const { client, db } = this.#context;
    const added = await new WarnPointsRepository(db).findUnfollowed(key);
    if (!added) return;
    const warning = await new CaseRepository(db).getDeletedOrLive(key);
    const isDone = warning.deletedAt !== null || (await new CaseRepository(db).findCausedBy(key));
    const guild = await client.guilds.fetch(key.guildId);
    const { member, user } = await findTarget(guild, await client.users.fetch(added.userId));
    if (isDone || !member) return new WarnPointsRepository(db).markFollowed(key);
    const { pointsBefore: before, points } = added;
    await this.follow(warning, { guild, user, member }, { before, after: before + points });
  }

  async #take(warning: Case, target: MemberTarget, change: PointsChange): Promise<EscalationOutcome> {
    const { after: points } = change;
    const { escalation } = await this.#context.settings.get(warning.guildId);
    if (Object.keys(escalation).length === 0) return {};
    const rung = await this.#reached(target.member, change);
    if (!rung) return { points };
    const { guild, user } = target;
    const { type, durationMs } = rung;
    try {
      const taken = await this.#runner.run(type, {
        guild,
        moderator: await ownMember(guild),
        target: user,
        reason: `Reached ${points} points with the warning of case #${warning.number}`,
        durationMs,
        causedBy: warning.number,
      });
      return { points, taken };
    } catch (error) {
      if (error instanceof UserError) return { points, failure: error.message };
      throw error;
    }
  }

  /** The highest step that the warning has passed. */
  async #reached({ guild, roles }: GuildMember, { before, after }: PointsChange): Promise<Rung | undefined> {
    const { escalation, escalationImmuneRoles } = await this.#context.settings.get(guild.id);
    if (escalationImmuneRoles.some((roleId) => roles.cache.has(roleId))) return undefined;
    const rungs = Object.entries(escalation).flatMap(([points, text]): Rung[] => {
      const step = parseEscalationStep(text);
      return step ? [{ ...step, points: Number(points) }] : [];
    });
    return rungs
      .filter(({ points }) => points > before && points <= after)
      .toSorted((one, other) => other.points - one.points)[0];
  }

  async #weigh({ guildId, reason }: Case): Promise<number> {
    const { warnPoints, warnPointsByReason } = await this.#context.settings.get(guildId);
    const text = reason?.toLowerCase() ?? '';
    const weights = Object.entries(warnPointsByReason)
      .filter(([words]) => text.startsWith(words.toLowerCase()))
      // The longest words say most exactly what it was about.
      .toSorted(([one], [other]) => other.length - one.length);
    return weights[0]?.[1] ?? warnPoints;
  }
}
