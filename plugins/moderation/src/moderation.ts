import type { Snowflake } from 'discord.js';
import { ActionRunner } from './actions/action-runner.ts';
import { Actions } from './actions/actions.ts';
import { Automod } from './automod/automod.ts';
import { BanExpiries } from './actions/ban-expiries.ts';
import { BulkRunner } from './bulk/bulk-runner.ts';
import { ChannelLocks } from './channels/channel-locks.ts';
import { Slowmode } from './channels/slowmode.ts';
import { CaseRecords } from './case-records/case-records.ts';
import { CaseBook } from './cases/case-book.ts';
import { CaseSettler } from './cases/case-settler.ts';
import { Cases } from './cases/cases.ts';
import type { ModerationContext } from './context.ts';
import { Escalation } from './escalation/escalation.ts';
import { Logs } from './logs/logs.ts';
import { MemberLog } from './logs/member-log.ts';
import { MessageLog } from './logs/message-log.ts';
import { AuditLogReader } from './manual/audit-log-reader.ts';
import { ManualActions } from './manual/manual-actions.ts';
import type { CaseKey } from './database/case-repository.ts';
import type { CaseBan } from './database/expiry-repository.ts';
import { MassBanTask } from './mass-bans/mass-ban-task.ts';
import { MassBans } from './mass-bans/mass-bans.ts';
import { ModeratorStatistics } from './statistics/moderator-statistics.ts';
import { PurgeTask } from './purges/purge-task.ts';
import { Purges } from './purges/purges.ts';
import { TargetNotifier } from './actions/target-notifier.ts';
import { StaffNotifier } from './logs/staff-notifier.ts';
import { MemberRoles } from './members/member-roles.ts';
import { ReportActs } from './reports/report-acts.ts';
import { Reports } from './reports/reports.ts';
import { UnfinishedWork } from './actions/unfinished-work.ts';

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
  /** What is done to people. */
  readonly actions: Actions;
  /** What was recorded. */
  readonly cases: Cases;
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
  readonly #expiries: BanExpiries;
  readonly #escalation: Escalation;
  readonly #settler: CaseSettler;
  readonly #unfinished: UnfinishedWork;

  constructor(context: ModerationContext) {
    this.#context = context;
    this.logs = new Logs(context);
    this.messageLog = new MessageLog(context, this.logs);
    this.memberLog = new MemberLog(context, this.logs);
    this.memberRoles = new MemberRoles(context, new StaffNotifier(context));
    this.#expiries = new BanExpiries(context, this.logs);
    const book = new CaseBook(context, this.#expiries, this.logs);
    const notifier = new TargetNotifier(context);
    const runner = new ActionRunner(context, book, notifier);
    const escalation = new Escalation(context, runner);
    this.#escalation = escalation;
    this.#settler = new CaseSettler(context, book);
    this.#unfinished = new UnfinishedWork(context);
    this.actions = new Actions({ book, escalation, notifier, runner });
    this.cases = new Cases(context, escalation);
    this.records = new CaseRecords(context);
    this.reports = new Reports(context);
    this.reportActs = new ReportActs(context, this.reports, this.actions);
    const manual = new ManualActions(context, { expiries: this.#expiries, logs: this.logs });
    this.auditLogs = new AuditLogReader(context, manual);
    this.locks = new ChannelLocks(context);
    this.slowmode = new Slowmode(context);
    this.statistics = new ModeratorStatistics(context);
    this.massBans = new MassBans(context);
    this.purges = new Purges(context);
    this.bulk = new BulkRunner(context, {
      'mass-ban': new MassBanTask(context, runner, this.#settler),
      purge: new PurgeTask(context, book),
    });
    this.automod = new Automod({ context, sanctions: this.actions, logs: this.logs });
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

  /** Takes the step that the points of a warning lead to, if that was left undone. */
  followWarning(key: CaseKey): Promise<void> {
    return this.#escalation.resume(key);
  }

  /** Sends a job for everything that should have been done by now. */
  async resumeUnfinished(): Promise<void> {
    await this.#unfinished.resume();
    await this.bulk.resume();
  }
}
