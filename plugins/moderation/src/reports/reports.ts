import type { Page } from '@twi/database';
import { clip, UserError } from '@twi/sdk';
import type { Guild, GuildMember, Message, Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { type Report, type ReportKey, ReportRepository } from '../database/report-repository.ts';
import { ReporterRepository } from '../database/reporter-repository.ts';
import { writableChannel } from '../logs/writable-channel.ts';
import { ReportPanels } from './report-panels.ts';
import type { ReportReason } from './report-reason.ts';
import {
  botMessage,
  noAnonymousReports,
  ownMessage,
  reportChannelBroken,
  reportsAreOff,
  reportTaken,
  reportTooSoon,
  tooManyReports,
} from './report-refusals.ts';
import type { ReportOutcome, ReportState } from './report-state.ts';
import { ReporterFeedback } from './reporter-feedback.ts';
import { ReporterSeal } from './reporter-seal.ts';

/** The longest cooldown that a server can set: older anonymous reporters matter to no limit. */
const FORGET_AFTER_MS = 86_400_000;
const LONGEST_EXCERPT = 1_000;

/** What a member reports. */
export interface Submission {
  readonly guild: Guild;
  readonly reporter: GuildMember;
  readonly message: Message;
  readonly reason: ReportReason;
  /** At most 1,000 characters. */
  readonly details?: string | undefined;
  readonly isAnonymous: boolean;
}

/** How somebody of the staff ends a report. */
export interface Closing {
  readonly outcome: ReportOutcome;
  readonly handledBy: Snowflake;
  /** The case of what was done. */
  readonly caseNumber?: number;
}

/** Reports of members about messages, and what the staff makes of them. */
export class Reports {
  readonly #context: ModerationContext;
  readonly #reports: ReportRepository;
  readonly #reporters: ReporterRepository;
  readonly #seal: ReporterSeal;
  readonly #panels: ReportPanels;
  readonly #feedback: ReporterFeedback;

  constructor(context: ModerationContext) {
    this.#context = context;
    this.#reports = new ReportRepository(context.db);
    this.#reporters = new ReporterRepository(context.db);
    this.#seal = new ReporterSeal(context.client);
    this.#panels = new ReportPanels(context);
    this.#feedback = new ReporterFeedback(context, this.#seal);
  }

  /**
   * Takes a report and shows it to the staff. Nothing that is kept or logged says who an anonymous reporter is.
   *
   * @throws {UserError} `moderation.report…` for what stands in the way
   */
  async submit(submission: Submission): Promise<Report> {
    const { guild, reporter, message, isAnonymous } = submission;
    const settings = await this.#context.settings.get(guild.id);
    const { reportChannel, reportAnonymous } = settings;
    if (reportChannel === null) throw new UserError(reportsAreOff());
    if (message.author.id === reporter.id) throw new UserError(ownMessage());
    if (message.author.bot || message.webhookId !== null) throw new UserError(botMessage());
    if (isAnonymous && !reportAnonymous) throw new UserError(noAnonymousReports());
    const channel = writableChannel(guild, reportChannel);
    if (!channel) throw new UserError(reportChannelBroken());

    const report = await this.#open(submission, settings);
    await this.#panels.post(report, channel, isAnonymous ? undefined : reporter.id);
    return report;
  }

  /** @throws {UserError} `moderation.report-not-found` */
  get(key: ReportKey): Promise<Report> {
    return this.#reports.get(key);
  }

  /** Who made a report under their name. */
  async reporterOf(report: Report): Promise<Snowflake | undefined> {
    return (await this.#reporters.find(report))?.reporterId ?? undefined;
  }

  /** The queue of a guild, one report a page, newest first. */
  list(guildId: Snowflake, states: readonly ReportState[], cursor?: string): Promise<Page<Report>> {
    return this.#reports.list(guildId, states, cursor);
  }

  /**
   * Makes somebody the one who takes care of a report.
   *
   * @throws {UserError} `moderation.report-taken`
   */
  async claim(key: ReportKey, userId: Snowflake): Promise<Report> {
    await this.#context.ensureUser(userId);
    const before = await this.#reports.get(key);
    const claimed = await this.#reports.claim(key, userId);
    if (!claimed) throw new UserError(reportTaken(await this.#reports.get(key)));
    // Who acts on a report claims it first, which they may have done themselves.
    if (before.state !== 'claimed' || before.handledBy !== userId)
      await this.#audit(claimed, userId, 'claim');
    await this.#panels.refresh(claimed, await this.reporterOf(claimed));
    return claimed;
  }

  /**
   * Closes a report and tells its reporter.
   *
   * @throws {UserError} `moderation.report-taken`
   */
  async close(key: ReportKey, { outcome, handledBy, caseNumber }: Closing): Promise<Report> {
    await this.#context.ensureUser(handledBy);
    const closed = await this.#reports.close(key, {
      state: outcome,
      handledBy,
      ...(caseNumber !== undefined && { caseNumber }),
    });
    if (!closed) throw new UserError(reportTaken(await this.#reports.get(key)));
    await this.#audit(closed, handledBy, outcome === 'resolved' ? 'resolve' : 'dismiss');
    await this.#panels.refresh(closed, await this.reporterOf(closed));
    await this.#feedback.tell(closed, outcome);
    return closed;
  }

  /** Forgets what is kept of anonymous reporters and needed no more. */
  forgetReporters(): Promise<void> {
    return this.#reporters.forgetAnonymous(new Date(Date.now() - FORGET_AFTER_MS));
  }

  async #open(
    { guild, reporter, message, reason, details, isAnonymous }: Submission,
    limits: { readonly reportCooldown: number; readonly reportMaxOpen: number },
  ): Promise<Report> {
    const guildId = guild.id;
    const names = { guildId, reporterId: reporter.id, reporterHash: this.#seal.hash(guildId, reporter.id) };
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(message.author.id);
    // A row for the person would tell that they were here just now.
    if (!isAnonymous) await this.#context.ensureUser(reporter.id);
    return this.#context.db.transaction().execute(async (transaction) => {
      const reporters = new ReporterRepository(transaction);
      await reporters.lock(names);
      assertWithinLimits(await reporters.activity(names), limits);
      const report = await new ReportRepository(transaction).open({
        guildId,
        channelId: message.channelId,
        messageId: message.id,
        authorId: message.author.id,
        excerpt: clip(message.content, LONGEST_EXCERPT),
        reason,
        details: details?.trim() || null,
        isAnonymous,
      });
      const { number } = report;
      const kept = isAnonymous
        ? { reporterHash: names.reporterHash, sealed: this.#seal.seal(guildId, reporter.id) }
        : { reporterId: reporter.id };
      await reporters.add({ guildId, number, ...kept });
      return report;
    });
  }

  async #audit({ guildId, number, authorId }: Report, userId: Snowflake, verb: string): Promise<void> {
    const details = { report: number };
    await this.#context.audit.record({
      guildId,
      userId,
      action: `moderation.report-${verb}`,
      target: authorId,
      details,
    });
  }
}

function assertWithinLimits(
  { open, lastAt }: { readonly open: number; readonly lastAt: Date | null },
  { reportCooldown, reportMaxOpen }: { readonly reportCooldown: number; readonly reportMaxOpen: number },
): void {
  const remainingMs = lastAt === null ? 0 : lastAt.getTime() + reportCooldown - Date.now();
  if (remainingMs > 0) throw new UserError(reportTooSoon(remainingMs));
  if (open >= reportMaxOpen) throw new UserError(tooManyReports(open));
}
