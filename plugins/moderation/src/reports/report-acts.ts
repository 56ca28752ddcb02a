import type { GuildMember } from 'discord.js';
import { UserError } from '@twi/sdk';
import type { ActionRequest, BanRequest, ReasonedRequest, TimedRequest } from '../actions/action-request.ts';
import { parseBanDuration, parseTimeoutDuration } from '../actions/durations.ts';
import type { ModerationContext } from '../context.ts';
import type { Case } from '../database/case-repository.ts';
import type { ReportKey } from '../database/report-repository.ts';
import { REPORT_ACTIONS, type ReportAction } from './report-action.ts';
import { actionNotAllowed } from './report-refusals.ts';
import type { Reports } from './reports.ts';

/** The plugin's verbs that a report can lead to. */
interface Verbs {
  warn(request: ReasonedRequest): Promise<Case>;
  timeout(request: TimedRequest): Promise<Case>;
  kick(request: ActionRequest): Promise<Case>;
  ban(request: BanRequest): Promise<Case>;
}

/** What somebody of the staff wants to do because of a report. */
export interface ReportAct {
  readonly key: ReportKey;
  readonly moderator: GuildMember;
  readonly action: ReportAction;
  readonly reason: string;
  /** As it was typed; absent where the action takes none, or none was given. */
  readonly duration?: string | undefined;
}

/** Does what reports lead to: through the same verbs and checks as commands, with the case linked to the report. */
export class ReportActs {
  readonly #context: ModerationContext;
  readonly #reports: Reports;
  readonly #verbs: Verbs;

  constructor(context: ModerationContext, reports: Reports, verbs: Verbs) {
    this.#context = context;
    this.#reports = reports;
    this.#verbs = verbs;
  }

  /** @throws {UserError} `moderation.report-action-not-allowed` unless the member holds the action's own node. */
  async assertAllowed(moderator: GuildMember, action: ReportAction): Promise<void> {
    if (!(await this.#context.permissions.allows(moderator, REPORT_ACTIONS[action].node)))
      throw new UserError(actionNotAllowed(REPORT_ACTIONS[action].label));
  }

  /** Claims the report, acts, and resolves it. What the action refuses leaves the report claimed. */
  async act({ key, moderator, action, reason, duration }: ReportAct): Promise<Case> {
    await this.assertAllowed(moderator, action);
    const { authorId } = await this.#reports.claim(key, moderator.id);
    const target = await this.#context.client.users.fetch(authorId);
    const request = { guild: moderator.guild, moderator, target, reason };
    const done = await this.#run(action, request, duration);
    await this.#reports.close(key, { outcome: 'resolved', handledBy: moderator.id, caseNumber: done.number });
    return done;
  }

  #run(action: ReportAction, request: ReasonedRequest, duration: string | undefined): Promise<Case> {
    const verbs: Record<ReportAction, () => Promise<Case>> = {
      warn: () => this.#verbs.warn(request),
      timeout: () => this.#verbs.timeout({ ...request, durationMs: parseTimeoutDuration(duration ?? '') }),
      kick: () => this.#verbs.kick(request),
      ban: () => this.#verbs.ban({ ...request, durationMs: parseBanDuration(duration || null) }),
    };
    return verbs[action]();
  }
}
