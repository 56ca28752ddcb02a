import { reply, escaped } from '@twi/sdk';
import { bold, type Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import type { Report } from '../database/report-repository.ts';
import { ReporterRepository } from '../database/reporter-repository.ts';
import type { ReportOutcome } from './report-state.ts';
import type { ReporterSeal } from './reporter-seal.ts';

const WORDS = {
  resolved: 'The staff has dealt with it. Thank you for reporting it.',
  dismissed: 'The staff has looked at it and sees nothing to do. Thank you for reporting it nonetheless.',
} as const satisfies Record<ReportOutcome, string>;

/** Tells reporters what became of their reports. */
export class ReporterFeedback {
  readonly #context: ModerationContext;
  readonly #reporters: ReporterRepository;
  readonly #seal: ReporterSeal;

  constructor(context: ModerationContext, seal: ReporterSeal) {
    this.#context = context;
    this.#reporters = new ReporterRepository(context.db);
    this.#seal = seal;
  }

  /** Tells the outcome, if the reporter's direct messages are open. From then on nothing can say who was anonymous. */
  async tell(report: Report, outcome: ReportOutcome): Promise<void> {
    const reporterId = await this.#reporterOf(report);
    if (report.isAnonymous) await this.#reporters.breakSeal(report);
    if (reporterId === undefined) return;
    const guild = this.#context.client.guilds.cache.get(report.guildId);
    const where = guild ? ` in ${bold(escaped(guild.name))}` : '';
    try {
      await this.#context.client.users.send(
        reporterId,
        reply.info(`Your report #${report.number}${where}: ${WORDS[outcome]}`),
      );
    } catch {
      // -- the error itself names the reporter, so it must not reach the log
      this.#context.logger.debug(`The reporter of report #${report.number} could not be told the outcome.`);
    }
  }

  async #reporterOf(report: Report): Promise<Snowflake | undefined> {
    const kept = await this.#reporters.find(report);
    if (!kept) return undefined;
    if (kept.reporterId !== null) return kept.reporterId;
    return kept.sealed === null ? undefined : this.#seal.open(report.guildId, kept.sealed);
  }
}
