import { DiscordAPIError, type Guild, type NewsChannel, type TextChannel } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { type ReportKey, ReportRepository } from '../database/report-repository.ts';
import type { Numbers } from '../numbers/numbers.ts';
import { fileOf, reportMessage } from '../replies/report-message.ts';
import { readReport } from './read-report.ts';
import type { DueReport } from './report-schedule.ts';
import { wasPosted } from './was-posted.ts';

export interface ReportPosterParts {
  readonly context: StatsContext;
  readonly numbers: Numbers;
  /** Writes what was counted up to now. */
  readonly flush: () => Promise<void>;
}

/** Posts reports: each once, whichever process does it and whenever it is stopped. */
export class ReportPoster {
  readonly #parts: ReportPosterParts;

  constructor(parts: ReportPosterParts) {
    this.#parts = parts;
  }

  /**
   * Posts a report, unless it was posted, or another process is at it.
   *
   * @returns what became of it; `refused` when Discord does not take it there
   */
  async post(
    guild: Guild,
    due: DueReport,
    channel: NewsChannel | TextChannel,
  ): Promise<'none' | 'posted' | 'refused'> {
    const { db } = this.#parts.context;
    const key: ReportKey = { guildId: guild.id, kind: due.kind };
    // Committed before Discord is asked, so that whoever comes after a crash knows that it may have got through.
    const isFirst = await new ReportRepository(db).beginAttempt(key, due, channel.id);
    return db.transaction().execute(async (transaction) => {
      const reports = new ReportRepository(transaction);
      const attempt = await reports.lock(key, due);
      if (!attempt) return 'none';
      const { attemptChannelId: channelId, attemptedAt: since } = attempt;
      const isThere = !isFirst && (await wasPosted(guild.client, { channelId, since, file: fileOf(due) }));
      const isTaken = isThere || (await this.#send(guild, due, channel));
      await reports.settle(key, due);
      return isTaken ? 'posted' : 'refused';
    });
  }

  /** Whether Discord took it. What is no refusal is thrown, and tried again later. */
  async #send(guild: Guild, due: DueReport, channel: NewsChannel | TextChannel): Promise<boolean> {
    await this.#parts.flush();
    const { context, numbers } = this.#parts;
    const message = await reportMessage(await readReport(numbers, guild, due), {
      context,
      guild,
      names: numbers.names,
    });
    try {
      await channel.send(message);
      return true;
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      context.logger.warn(`Discord refused a report in the channel ${channel.id}.`, error);
      return false;
    }
  }
}
