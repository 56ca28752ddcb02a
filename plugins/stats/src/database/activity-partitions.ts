import { createMonthlyPartitions, type PluginDatabase } from '@twi/database';

const TABLE = 'stats.activity_hours';
/** This month and two to come: the job may be late by weeks. */
const MONTHS_AHEAD = 3;

/** The months for which hours can be stored. */
export class ActivityPartitions {
  readonly #db: PluginDatabase<'stats'>;
  readonly #known = new Set<string>();

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  /** Makes room for this month and the next two. */
  async makeAhead(): Promise<void> {
    await createMonthlyPartitions(this.#db, { table: TABLE, from: new Date(), months: MONTHS_AHEAD });
  }

  /** Makes room for these hours; free for months that were asked for before. */
  async makeFor(hours: Iterable<Date>): Promise<void> {
    const months = new Map(Array.from(hours, (hour) => [hour.toISOString().slice(0, 7), hour]));
    for (const [month, from] of months) {
      if (this.#known.has(month)) continue;
      await createMonthlyPartitions(this.#db, { table: TABLE, from, months: 1 });
      this.#known.add(month);
    }
  }

  /** Forgets which months there are: one was dropped, or the database is another. */
  forget(): void {
    this.#known.clear();
  }
}
