import { asNumber, lockUntilCommit, type PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { ReportKey } from './report-repository.ts';

/** Under which names a person may have reported: both count for their limits. */
export interface ReporterNames {
  readonly guildId: Snowflake;
  readonly reporterId: Snowflake;
  readonly reporterHash: string;
}

/** Who reported, as it is kept: by name, or so that nobody can tell. */
export type NewReporter = ReportKey &
  ({ readonly reporterId: Snowflake } | { readonly reporterHash: string; readonly sealed: string });

/** Who made which report. */
export class ReporterRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  async add(reporter: NewReporter): Promise<void> {
    await this.#db.insertInto('moderation.report_reporters').values(reporter).execute();
  }

  /** Lets nobody else report under these names until the transaction ends. */
  async lock({ guildId, reporterHash }: ReporterNames): Promise<void> {
    await lockUntilCommit(this.#db, `moderation reports ${guildId} ${reporterHash}`);
  }

  /** How many of the person's reports are open, and when they last reported. */
  async activity(names: ReporterNames): Promise<{ readonly open: number; readonly lastAt: Date | null }> {
    const { guildId, reporterId, reporterHash } = names;
    const found = await this.#db
      .selectFrom('moderation.report_reporters as reporter')
      .innerJoin('moderation.reports as report', (join) =>
        join.onRef('report.guildId', '=', 'reporter.guildId').onRef('report.number', '=', 'reporter.number'),
      )
      .select((eb) => [
        asNumber(eb.fn.countAll().filterWhere('report.state', 'in', ['open', 'claimed'])).as('open'),
        eb.fn.max('reporter.createdAt').as('lastAt'),
      ])
      .where('reporter.guildId', '=', guildId)
      .where((eb) =>
        eb.or([eb('reporter.reporterId', '=', reporterId), eb('reporter.reporterHash', '=', reporterHash)]),
      )
      .executeTakeFirstOrThrow();
    return { open: found.open, lastAt: found.lastAt };
  }

  /** Who made a report, unless they had themselves erased. */
  async find({ guildId, number }: ReportKey) {
    return this.#db
      .selectFrom('moderation.report_reporters')
      .select(['reporterId', 'sealed'])
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
  }

  /** Destroys what would tell who an anonymous reporter was. */
  async breakSeal({ guildId, number }: ReportKey): Promise<void> {
    await this.#db
      .updateTable('moderation.report_reporters')
      .set({ sealed: null })
      .where((eb) => eb.and({ guildId, number }))
      .execute();
  }

  /** Forgets the anonymous reporters of closed reports that are older than any limit looks back. */
  async forgetAnonymous(before: Date): Promise<void> {
    await this.#db
      .deleteFrom('moderation.report_reporters as reporter')
      .using('moderation.reports as report')
      .whereRef('report.guildId', '=', 'reporter.guildId')
      .whereRef('report.number', '=', 'reporter.number')
      .where('report.closedAt', 'is not', null)
      .where('reporter.reporterId', 'is', null)
      .where('reporter.createdAt', '<', before)
      .execute();
  }
}
