import type { StatsContext } from './context.ts';
import { ActivityPartitions } from './database/activity-partitions.ts';
import { OptOuts } from './opt-outs.ts';

/** Who writes, talks and joins here, in numbers. Commands, listeners and jobs all end here. */
export class Stats {
  /** Those who do not want to be counted. */
  readonly optOuts: OptOuts;
  /** The months for which hours can be stored. */
  readonly partitions: ActivityPartitions;

  constructor(context: StatsContext) {
    this.optOuts = new OptOuts(context);
    this.partitions = new ActivityPartitions(context.db);
  }
}
