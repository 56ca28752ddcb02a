import { BackfillProgress } from './backfill/backfill-progress.ts';
import type { Backfills } from './backfill/backfills.ts';
import type { StatsContext } from './context.ts';
import type { Snowflake } from 'discord.js';
import type { ChartTheme } from '@twi/charts';
import { Counting, type CountingOptions } from './counting/counting.ts';
import { Numbers } from './numbers/numbers.ts';
import type { PrivateThreads } from './numbers/private-threads.ts';
import { OptOuts } from './opt-outs.ts';
import { Reports } from './reports/reports.ts';

const REPORTS_MS = 30_000;
const PROGRESS_MS = 2_000;

/** Who writes, talks and joins here, in numbers. Commands, listeners and jobs all end here. */
export class Stats {
  /** What listeners call. */
  readonly counting: Counting;
  /** The past of channels, counted because somebody asks. */
  readonly backfills: Backfills;
  /** The same for the staff: with a record of who asked, and a message that shows how far it is. */
  readonly backfillProgress: BackfillProgress;
  /** The daily and weekly posts. */
  readonly reports: Reports;
  /** Those who do not want to be counted. */
  readonly optOuts: OptOuts;

  /** Threads that only those in them may read. */
  readonly privateThreads: PrivateThreads;
  /** What was counted, by what it is asked for. */
  readonly numbers: Numbers;
  readonly #context: StatsContext;

  constructor(context: StatsContext, options: CountingOptions = {}) {
    this.#context = context;
    this.counting = new Counting(context, options);
    this.backfills = this.counting.backfills;
    this.optOuts = new OptOuts(context);
    this.privateThreads = this.counting.privateThreads;
    this.numbers = new Numbers(context);
    this.backfillProgress = new BackfillProgress(context, this.backfills);
    this.reports = new Reports({ context, numbers: this.numbers, flush: () => this.flush() });
  }

  /** Begins; ends when the plugin is unloaded. */
  async start(): Promise<void> {
    await this.counting.start();
    this.#context.every(REPORTS_MS, () => this.reports.postDue());
    this.#context.every(PROGRESS_MS, () => this.backfillProgress.work());
  }

  /** Writes everything that was counted up to now, so that what is read is right to the message. Does not reject. */
  flush(): Promise<void> {
    return this.counting.flush();
  }

  /** How a guild wants its charts to look. */
  async chartTheme(guildId: Snowflake): Promise<ChartTheme> {
    return (await this.#context.settings.get(guildId)).chartTheme;
  }
}
