import type { Backfills } from './backfill/backfills.ts';
import type { StatsContext } from './context.ts';
import { Counting } from './counting/counting.ts';
import { OptOuts } from './opt-outs.ts';

/** Who writes, talks and joins here, in numbers. Commands, listeners and jobs all end here. */
export class Stats {
  /** What listeners call. */
  readonly counting: Counting;
  /** The past of channels, counted because somebody asks. */
  readonly backfills: Backfills;
  /** Those who do not want to be counted. */
  readonly optOuts: OptOuts;

  constructor(context: StatsContext) {
    this.counting = new Counting(context);
    this.backfills = this.counting.backfills;
    this.optOuts = new OptOuts(context);
  }

  /** Writes everything that was counted up to now, so that what is read is right to the message. Does not reject. */
  flush(): Promise<void> {
    return this.counting.flush();
  }
}
