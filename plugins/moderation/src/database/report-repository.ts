import { type Page, paginate, type PluginDatabase } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Insertable, type Selectable, sql } from 'kysely';
import { reportNotFound } from '../reports/report-refusals.ts';
import type { ReportOutcome, ReportState } from '../reports/report-state.ts';
import type { ReportsTable } from './report-tables.ts';

export type Report = Selectable<ReportsTable>;

export type NewReport = Pick<
  Insertable<ReportsTable>,
  'guildId' | 'channelId' | 'messageId' | 'authorId' | 'excerpt' | 'reason' | 'details' | 'isAnonymous'
>;

/** Which report: numbers count in each guild. */
export interface ReportKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** One at a time: who reads the queue deals with each. */
const PAGE_SIZE = 1;
/** After a day others may take over what somebody claimed. */
const CLAIM_LASTS = sql<Date>`now() - interval '1 day'`;

/** Opens reports and moves them on. */
export class ReportRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** Opens the guild's next report; as with cases, no number is taken in vain. */
  async open(values: NewReport): Promise<Report> {
    return this.#db
      .with('counter', (db) =>
        db
          .insertInto('moderation.report_counters')
          .values({ guildId: values.guildId, lastNumber: 1 })
          .onConflict((conflict) =>
            conflict
              .column('guildId')
              .doUpdateSet((eb) => ({ lastNumber: eb('moderation.report_counters.lastNumber', '+', 1) })),
          )
          .returning('lastNumber'),
      )
      .insertInto('moderation.reports')
      .values((eb) => ({ ...values, state: 'open', number: eb.selectFrom('counter').select('lastNumber') }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** @throws {UserError} `moderation.report-not-found` */
  async get({ guildId, number }: ReportKey): Promise<Report> {
    return this.#db
      .selectFrom('moderation.reports')
      .selectAll()
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirstOrThrow(() => new UserError(reportNotFound(number)));
  }

  /** A page of a guild's reports in these states, newest first. @throws {CursorError} */
  async list(guildId: Snowflake, states: readonly ReportState[], cursor?: string): Promise<Page<Report>> {
    const found = this.#db
      .selectFrom('moderation.reports')
      .selectAll()
      .where('guildId', '=', guildId)
      .where('state', 'in', states);
    return paginate(found, { orderBy: [{ column: 'number', direction: 'desc' }], limit: PAGE_SIZE, cursor });
  }

  /** Remembers where the staff sees the report. */
  async recordPanel(
    { guildId, number }: ReportKey,
    panelChannelId: Snowflake,
    panelMessageId: Snowflake,
  ): Promise<void> {
    await this.#db
      .updateTable('moderation.reports')
      .set({ panelChannelId, panelMessageId })
      .where((eb) => eb.and({ guildId, number }))
      .execute();
  }

  /** Makes somebody the one who takes care of the report; `undefined` where somebody else is, or it is closed. */
  async claim({ guildId, number }: ReportKey, handledBy: Snowflake): Promise<Report | undefined> {
    return this.#db
      .updateTable('moderation.reports')
      .set({ state: 'claimed', handledBy, claimedAt: sql<Date>`now()` })
      .where((eb) => eb.and({ guildId, number }))
      .where((eb) =>
        eb.or([
          eb('state', '=', 'open'),
          eb.and([
            eb('state', '=', 'claimed'),
            eb.or([eb('handledBy', '=', handledBy), eb('claimedAt', '<', CLAIM_LASTS)]),
          ]),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** Closes a report; `undefined` where it is closed, or somebody else takes care of it. */
  async close(
    { guildId, number }: ReportKey,
    values: { readonly state: ReportOutcome; readonly handledBy: Snowflake; readonly caseNumber?: number },
  ): Promise<Report | undefined> {
    return this.#db
      .updateTable('moderation.reports')
      .set({ ...values, closedAt: sql<Date>`now()` })
      .where((eb) => eb.and({ guildId, number }))
      .where((eb) =>
        eb.or([
          eb('state', '=', 'open'),
          eb.and([eb('state', '=', 'claimed'), eb('handledBy', '=', values.handledBy)]),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
  }
}
