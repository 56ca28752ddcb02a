import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, type DeclaredTable, storedRetentions, sweepRows } from '@twi/database';
import { parseDuration } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { HostOptions } from '../options.ts';
import type { Declarations } from '../privacy/declarations.ts';

const DAY_MS = 86_400_000;

export interface RetentionSweepParts {
  readonly database: Pick<DatabaseHandle, 'db'>;
  readonly declarations: Pick<Declarations, 'list'>;
  /** What the operator chose for core's tables. */
  readonly ofCore: NonNullable<HostOptions['retentionMs']>;
  readonly logger: Pick<ILogger, 'debug' | 'error'>;
}

/** Removes what has been kept for as long as its plugin, the operator or the guild wants. */
export class RetentionSweep {
  readonly #parts: RetentionSweepParts;

  constructor(parts: RetentionSweepParts) {
    this.#parts = parts;
  }

  /** Sweeps every table with a declared retention; one's failure stops no other. */
  async sweep(): Promise<void> {
    const { declarations, logger } = this.#parts;
    for (const { id, tables } of await declarations.list()) {
      for (const table of tables.filter(({ retention }) => retention)) {
        try {
          const removed = await this.#sweepTable(id, table);
          if (removed > 0) logger.debug(`${removed} rows of ${table.schema}.${table.name} were too old.`);
        } catch (error) {
          logger.error(`Old rows of ${table.schema}.${table.name} could not be removed.`, error);
        }
      }
    }
  }

  async #sweepTable(pluginId: string, table: DeclaredTable): Promise<number> {
    const { db } = this.#parts.database;
    const { days = 0, setting } = table.retention ?? {};
    const stored = setting === undefined ? [] : await storedRetentions(db, pluginId, setting);
    const exceptions = new Map<Snowflake, Date>();
    for (const { guildId, value } of stored) {
      const ms = chosenMs(value);
      if (ms !== undefined) exceptions.set(guildId, new Date(Date.now() - ms));
    }
    const keptMs = this.#ofCore(pluginId, table) ?? days * DAY_MS;
    return sweepRows(db, table, { before: new Date(Date.now() - keptMs), exceptions });
  }

  #ofCore(pluginId: string, { name }: DeclaredTable): number | undefined {
    const ofCore: Readonly<Record<string, number | undefined>> = this.#parts.ofCore;
    return pluginId === CORE_PLUGIN_ID ? ofCore[name] : undefined;
  }
}

/** A guild's choice: a number of days, or a duration as people type it. Anything else leaves the default. */
function chosenMs(value: unknown): number | undefined {
  if (typeof value === 'number' && value > 0) return value * DAY_MS;
  return typeof value === 'string' ? parseDuration(value) : undefined;
}
