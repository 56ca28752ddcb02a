import type { Page } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { ActionRequest, BanRequest, ReasonedRequest, TimedRequest } from './actions/action-request.ts';
import { ActionRunner } from './actions/action-runner.ts';
import { Automod } from './automod/automod.ts';
import { BanExpiries } from './actions/ban-expiries.ts';
import { BulkRunner } from './bulk/bulk-runner.ts';
import { ChannelLocks } from './channels/channel-locks.ts';
import { Slowmode } from './channels/slowmode.ts';
import { CaseRecords } from './case-records/case-records.ts';
import { CaseBook } from './cases/case-book.ts';
import { CaseSettler } from './cases/case-settler.ts';
import type { CaseType } from './cases/case-type.ts';
import type { ModerationContext } from './context.ts';
import { Escalation, type EscalationOutcome, type PointsChange } from './escalation/escalation.ts';
import { Logs } from './logs/logs.ts';
import { MemberLog } from './logs/member-log.ts';
import { MessageLog } from './logs/message-log.ts';
import { AuditLogReader } from './manual/audit-log-reader.ts';
import { ManualActions } from './manual/manual-actions.ts';
import { type Case, type CaseKey, CaseRepository } from './database/case-repository.ts';
import { type CaseFilter, CaseSearchRepository } from './database/case-search-repository.ts';
import type { CaseBan } from './database/expiry-repository.ts';
import { MassBanTask } from './mass-bans/mass-ban-task.ts';
import { MassBans } from './mass-bans/mass-bans.ts';
import { ModeratorStatistics } from './statistics/moderator-statistics.ts';
import { PurgeTask } from './purges/purge-task.ts';
import { Purges } from './purges/purges.ts';
import { assertInReach, assertMember, findTarget } from './actions/target.ts';
import { TargetNotifier } from './actions/target-notifier.ts';
import { StaffNotifier } from './logs/staff-notifier.ts';
import { MemberRoles } from './members/member-roles.ts';
import { ReportActs } from './reports/report-acts.ts';
import { Reports } from './reports/reports.ts';
import { UnfinishedWork } from './actions/unfinished-work.ts';

export interface CaseHistory {
  readonly page: Page<Case>;
  /** How many cases of each type took place. */
  readonly totals: ReadonlyMap<CaseType, number>;
  /** The points of warnings that count now. */
  readonly points: number;
}

/** A warning, with what it led to by itself. */
export interface Warning extends Case {
  readonly escalation: EscalationOutcome;
}

/** What a moderator said officially. */
export interface Notice {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly text: string;
}

/** Whose cooldown of which command to end. */
export interface ResetCooldown {
  readonly guildId: Snowflake;
  readonly command: string;
  /** Absent: everybody's. */
  readonly userId?: Snowflake | undefined;
}

/** What moderators can do, each recorded as a numbered case. Commands, buttons, rules and jobs all end here. */
export class Moderation {
  /** Rules for what members write. */
  readonly automod: Automod;
  /** Changes to what was recorded. */
  readonly records: CaseRecords;
  /** The logs of servers, by kind. */
  readonly logs: Logs;
  /** What is written, edited and deleted. */
  readonly messageLog: MessageLog;
  /** Who comes, goes and changes. */
  readonly memberLog: MemberLog;
  /** What members get when they come, and when they come back. */
  readonly memberRoles: MemberRoles;
  /** What members report, and what the staff makes of it. */
  readonly reports: Reports;
  readonly reportActs: ReportActs;
  /** What people do by hand in Discord. */
  readonly auditLogs: AuditLogReader;
  readonly locks: ChannelLocks;
  readonly slowmode: Slowmode;
  readonly statistics: ModeratorStatistics;
  readonly massBans: MassBans;
  readonly purges: Purges;
  /** Mass bans and purges under way. */
  readonly bulk: BulkRunner;
  readonly #context: ModerationContext;
  readonly #escalation: Escalation;
  readonly #book: CaseBook;
  readonly #notifier: TargetNotifier;
  readonly #runner: ActionRunner;
  readonly #expiries: BanExpiries;
  readonly #settler: CaseSettler;
  readonly #unfinished: UnfinishedWork;
  readonly #cases: CaseRepository;
  readonly #search: CaseSearchRepository;

  constructor(context: ModerationContext) {
    this.logs = new Logs(context);
    this.messageLog = new MessageLog(context, this.logs);
    this.memberLog = new MemberLog(context, this.logs);
    this.memberRoles = new MemberRoles(context, new StaffNotifier(context));
    this.reports = new Reports(context);
    this.reportActs = new ReportActs(context, this.reports, this);
    this.records = new CaseRecords(context);
    this.#expiries = new BanExpiries(context, this.logs);
    this.#book = new CaseBook(context, this.#expiries, this.logs);
    const manual = new ManualActions(context, { expiries: this.#expiries, logs: this.logs });
    this.auditLogs = new AuditLogReader(context, manual);
    this.#notifier = new TargetNotifier(context);
    this.#runner = new ActionRunner(context, this.#book, this.#notifier);
    this.#context = context;
    this.#escalation = new Escalation(context, this.#runner);
    this.#settler = new CaseSettler(context, this.#book);
    this.locks = new ChannelLocks(context);
    this.slowmode = new Slowmode(context);
    this.statistics = new ModeratorStatistics(context);
    this.massBans = new MassBans(context);
    this.purges = new Purges(context);
    this.bulk = new BulkRunner(context, {
      'mass-ban': new MassBanTask(context, this.#runner, this.#settler),
      purge: new PurgeTask(context, this.#book),
    });
    this.#unfinished = new UnfinishedWork(context);
    this.#cases = new CaseRepository(context.db);
    this.#search = new CaseSearchRepository(context.db);
    this.automod = new Automod({ context, sanctions: this, logs: this.logs });
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

  /** @throws {UserError} `moderation.case-not-found` */
  getCase(key: CaseKey): Promise<Case> {
    return this.#cases.get(key);
  }

  /** The case, also when it is deleted. @throws {UserError} `moderation.case-not-found` */
  getDeletedOrLiveCase(key: CaseKey): Promise<Case> {
    return this.#cases.getDeletedOrLive(key);
  }

  /** The newest case about a person of one of the types that took place, deleted or not; older than `before`. */
  lastCase(
    about: { readonly guildId: Snowflake; readonly targetId: Snowflake },
    types: readonly CaseType[],
    before?: number,
  ): Promise<Case | undefined> {
    return this.#search.findLast(about, types, before);
  }

  /** A page of cases, newest first; `cursor` is `next` or `previous` of another page with the same filter. */
  listCases(filter: CaseFilter, cursor?: string): Promise<Page<Case>> {
    return this.#search.list(filter, cursor);
  }

  /** What a person has behind them: totals, and a page of cases. */
  async history(
    filter: CaseFilter & { readonly targetId: Snowflake },
    cursor?: string,
  ): Promise<CaseHistory> {
    const [page, totals, points] = await Promise.all([
      this.#search.list(filter, cursor),
      this.#search.countByType(filter),
      this.#escalation.pointsOf(filter.guildId, filter.targetId),
    ]);
    return { page, totals, points };
  }

  /** The newest cases whose numbers begin with `digits`. */
  suggestCases(guildId: Snowflake, digits: string, limit: number, deleted = false): Promise<Case[]> {
    return this.#search.suggest(guildId, digits, limit, deleted);
  }

  /** Records that a moderator spoke officially. */
  recordNotice({ channelId, text, ...by }: Notice): Promise<void> {
    return this.#context.audit.record({
      ...by,
      action: 'moderation.state',
      target: channelId,
      details: { text },
    });
  }

  /** Lets one person, or everybody in the guild, use a command again at once. */
  async resetCooldown({ guildId, command, userId }: ResetCooldown, moderatorId: Snowflake): Promise<void> {
    await this.#context.cooldowns.clear({ guildId, command, ...(userId && { userId }) });
    await this.#context.audit.record({
      guildId,
      userId: moderatorId,
      action: 'moderation.reset-cooldown',
      target: command,
      details: { user: userId ?? null },
    });
  }

  /** The usual reasons of a server, which its settings name. */
  async reasonPresets(guildId: Snowflake): Promise<readonly string[]> {
    return (await this.#context.settings.get(guildId)).reasonPresets;
  }

  /** Lifts a temporary ban that has run out, unless another ban or an unban took its place. */
  liftBan(ban: CaseBan): Promise<void> {
    return this.#expiries.lift(ban);
  }

  /** Concludes a case that was left pending. */
  settleCase(key: CaseKey): Promise<void> {
    return this.#settler.settle(key);
  }

  /** Sends a job for everything that should have been done by now. */
  async resumeUnfinished(): Promise<void> {
    await this.#unfinished.resume();
    await this.bulk.resume();
  }
}
