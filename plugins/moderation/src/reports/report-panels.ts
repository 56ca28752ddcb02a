import { DiscordAPIError, type GuildTextBasedChannel, type Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { type Report, ReportRepository } from '../database/report-repository.ts';
import { reportReply } from '../replies/report-reply.ts';

/** Shows reports in the channel of the staff, and keeps what it shows up to date. */
export class ReportPanels {
  readonly #context: ModerationContext;
  readonly #reports: ReportRepository;

  constructor(context: ModerationContext) {
    this.#context = context;
    this.#reports = new ReportRepository(context.db);
  }

  /** Posts a report. Where Discord refuses, it is in the queue all the same. */
  async post(
    report: Report,
    channel: GuildTextBasedChannel,
    reporterId: Snowflake | undefined,
  ): Promise<void> {
    try {
      const { id } = await channel.send(reportReply(report, reporterId));
      await this.#reports.recordPanel(report, channel.id, id);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.warn(
        `Report #${report.number} of guild ${report.guildId} could not be posted.`,
        error,
      );
    }
  }

  /** Brings the posted report up to date; somebody may have deleted it. */
  async refresh(report: Report, reporterId: Snowflake | undefined): Promise<void> {
    const { panelChannelId, panelMessageId } = report;
    if (panelChannelId === null || panelMessageId === null) return;
    const channel = this.#context.client.channels.cache.get(panelChannelId);
    if (!channel?.isTextBased()) return;
    try {
      await channel.messages.edit(panelMessageId, reportReply(report, reporterId));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.debug(`The message of report #${report.number} could not be changed.`, error);
    }
  }
}
