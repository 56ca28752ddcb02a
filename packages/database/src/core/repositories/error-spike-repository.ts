import { sql, type Kysely } from 'kysely';
import { asNumber } from '../../as-number.ts';
import type { Database } from '../../database.ts';

/** Many errors of a plugin in a short time. */
export interface ErrorSpike {
  readonly pluginId: string;
  readonly occurrences: number;
  /** The error that happened most often. */
  readonly worst: { readonly fingerprint: string; readonly occurrences: number };
}

export interface SpikeQuery {
  /** When the window begins. */
  readonly since: Date;
  /** How often one error in the window is too often. */
  readonly ofOneError: number;
  /** How many errors of one plugin in the window are too many. */
  readonly ofOnePlugin: number;
}

/** Finds errors that pile up, and remembers who was told. */
export class ErrorSpikeRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Lists those of some plugins whose errors pile up. What was resolved does not count. */
  async list(
    pluginIds: readonly string[],
    { since, ofOneError, ofOnePlugin }: SpikeQuery,
  ): Promise<ErrorSpike[]> {
    if (pluginIds.length === 0) return [];
    const counts = await this.#db
      .selectFrom('core.error_logs')
      .select((eb) => ['pluginId', 'fingerprint', asNumber(eb.fn.countAll()).as('occurrences')])
      .where('occurredAt', '>=', since)
      .where('resolvedAt', 'is', null)
      .where('pluginId', 'in', pluginIds)
      .groupBy(['pluginId', 'fingerprint'])
      .orderBy('occurrences', 'desc')
      .execute();
    return [...Map.groupBy(counts, ({ pluginId }) => pluginId ?? '')].flatMap(([pluginId, errors]) => {
      const occurrences = errors.reduce((sum, error) => sum + error.occurrences, 0);
      const [worst] = errors;
      const isSpike = worst && (worst.occurrences >= ofOneError || occurrences >= ofOnePlugin);
      return isSpike ? [{ pluginId, occurrences, worst }] : [];
    });
  }

  /** Takes the right to tell of something, unless it was told after `quietSince`. Of all processes exactly one gets it. */
  async claimNotice(
    topic: string,
    { at, quietSince }: { readonly at: Date; readonly quietSince: Date },
  ): Promise<boolean> {
    const claimed = await this.#db
      .insertInto('core.error_notices')
      .values({ topic, noticedAt: at })
      .onConflict((conflict) =>
        conflict
          .column('topic')
          .doUpdateSet({ noticedAt: at })
          .where(sql<boolean>`error_notices.noticed_at < ${quietSince}`),
      )
      .returning('topic')
      .executeTakeFirst();
    return claimed !== undefined;
  }
}
