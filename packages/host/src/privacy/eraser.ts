import type { ILogger } from '@sapphire/framework';
import { countRows, type DatabaseHandle, type DeclaredTable, eraseRows, eraseUserRow } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Telemetry } from '../telemetry.ts';
import type { DeclaredPlugin, Declarations } from './declarations.ts';
import { type ErasureLine, type ErasureReport, isConcerned } from './erasure-report.ts';
import { eraseJobs, planJobs } from './job-erasure.ts';
import { longTransaction } from './long-transaction.ts';
import { readableName } from './words.ts';

export interface EraserParts {
  readonly database: Pick<DatabaseHandle, 'cache' | 'db' | 'forgetUser' | 'transaction'>;
  readonly declarations: Pick<Declarations, 'list'>;
  readonly telemetry: Pick<Telemetry, 'forget'>;
  readonly logger: Pick<ILogger, 'error'>;
}

/** Erases what is kept about a person, as the plugins declare it. Doing it again does no harm, and finishes what was begun. */
export class Eraser {
  readonly #parts: EraserParts;

  constructor(parts: EraserParts) {
    this.#parts = parts;
  }

  /** What {@link erase} would do now. */
  async plan(userId: Snowflake): Promise<ErasureReport> {
    const { database, declarations } = this.#parts;
    const plugins = await declarations.list();
    return longTransaction(database, async (db) => {
      const lines: ErasureLine[] = [];
      for (const plugin of plugins)
        for (const table of erasable(plugin))
          lines.push(line(plugin, table, await countRows(db, table, userId)));
      lines.push(...(await planJobs(db, plugins, userId)));
      return { lines: lines.filter(isConcerned), failed: [] };
    });
  }

  /** Erases, in one transaction for each plugin: what fails stops no other, and is named in the report. */
  async erase(userId: Snowflake): Promise<ErasureReport> {
    const { database, declarations, telemetry } = this.#parts;
    const plugins = await declarations.list();
    await telemetry.forget(userId);
    const lines: ErasureLine[] = [];
    const failed: string[] = [];
    for (const plugin of plugins) {
      const erased = await this.#eraseFrom(plugin, userId);
      if (erased) lines.push(...erased);
      else failed.push(plugin.title);
    }
    if (failed.length === 0) await longTransaction(database, (db) => eraseUserRow(db, userId));
    await database.forgetUser(userId);
    await database.cache.invalidateAll();
    lines.push(...(await eraseJobs(database.db, plugins, { userId, isFinished: failed.length === 0 })));
    return { lines: lines.filter(isConcerned), failed };
  }

  async #eraseFrom(plugin: DeclaredPlugin, userId: Snowflake): Promise<ErasureLine[] | undefined> {
    try {
      return await longTransaction(this.#parts.database, async (db) => {
        const lines: ErasureLine[] = [];
        for (const table of erasable(plugin))
          lines.push(line(plugin, table, await eraseRows(db, table, userId)));
        return lines;
      });
    } catch (error) {
      this.#parts.logger.error(`The data of a person could not be erased from "${plugin.id}".`, error);
      return undefined;
    }
  }
}

/** The row of the person themselves goes last, when it is known whether anything still refers to it. */
function erasable({ tables }: DeclaredPlugin): DeclaredTable[] {
  return tables.filter(
    ({ schema, name, persons }) => persons.length > 0 && !(schema === 'core' && name === 'users'),
  );
}

function line(
  { title }: DeclaredPlugin,
  { name }: DeclaredTable,
  rows: Pick<ErasureLine, 'anonymised' | 'deleted' | 'kept'>,
): ErasureLine {
  return { plugin: title, what: readableName(name), ...rows };
}
