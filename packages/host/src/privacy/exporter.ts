import {
  type Database,
  type DatabaseHandle,
  type DeclaredTable,
  type ErasureRule,
  jobsOfPerson,
  personRows,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Transaction } from 'kysely';
import type { DeclaredPlugin, Declarations } from './declarations.ts';
import { type ExportFile, ExportFiles } from './export-files.ts';
import { FINISH_ERASURE } from './job-erasure.ts';
import { longTransaction } from './long-transaction.ts';
import { ownColumns, withoutOthers } from './own-columns.ts';
import { readableName } from './words.ts';

const ABOUT =
  'Everything that this bot keeps about you, in all servers, by part of the bot. Ids of other people and of secrets are left out. Times are in UTC.';

export interface ExporterParts {
  readonly database: Pick<DatabaseHandle, 'transaction'>;
  readonly declarations: Pick<Declarations, 'list'>;
}

/** Writes down what is kept about a person, as the plugins declare it. */
export class Exporter {
  readonly #parts: ExporterParts;

  constructor(parts: ExporterParts) {
    this.#parts = parts;
  }

  /** One JSON file, or several when it would be too large for Discord. */
  async export(userId: Snowflake): Promise<ExportFile[]> {
    const plugins = await this.#parts.declarations.list();
    return longTransaction(this.#parts.database, async (db) => {
      const files = new ExportFiles({
        about: ABOUT,
        userId,
        exportedAt: new Date(),
        leftOut: plugins.flatMap(withheldWords),
      });
      for (const plugin of plugins)
        for (const table of plugin.tables) await addRows(files, { db, plugin, table, userId });
      await addJobs(files, { db, plugins, userId });
      return files.files();
    });
  }
}

interface TableExport {
  readonly db: Transaction<Database>;
  readonly plugin: DeclaredPlugin;
  readonly table: DeclaredTable;
  readonly userId: Snowflake;
}

async function addRows(files: ExportFiles, { db, plugin, table, userId }: TableExport): Promise<void> {
  const section = {
    plugin: plugin.title,
    table: readableName(table.name),
    erasing: [...new Set(table.persons.map(({ rule }) => ruleWords(rule)))].join(' '),
  };
  for await (const row of personRows(db, table, userId))
    files.add({ ...section, row: ownColumns(table, row, userId) });
}

async function addJobs(
  files: ExportFiles,
  {
    db,
    plugins,
    userId,
  }: Pick<TableExport, 'db' | 'userId'> & { readonly plugins: readonly DeclaredPlugin[] },
): Promise<void> {
  for (const { name, ...job } of await jobsOfPerson(db, userId)) {
    const [pluginId = '', jobName = ''] = name.split('/');
    if (jobName === FINISH_ERASURE) continue;
    const plugin = plugins.find(({ id }) => id === pluginId);
    files.add({
      plugin: plugin?.title ?? pluginId,
      table: `planned work (${readableName(jobName)})`,
      erasing: ruleWords(plugin?.jobs[jobName] ?? 'delete'),
      row: { state: job.state, 'starts at': job.startsAt, data: withoutOthers(job.data, userId) },
    });
  }
}

function withheldWords({ title, tables }: DeclaredPlugin): string[] {
  return tables.flatMap(({ name, withhold }) =>
    withhold
      ? `${title}, ${readableName(name)}: ${withhold.columns.map(readableName).join(', ')}. ${withhold.reason}`
      : [],
  );
}

function ruleWords(rule: ErasureRule): string {
  if (rule === 'delete') return 'Deleted when you ask for it.';
  if (rule === 'anonymise') return 'Your name is taken out when you ask for it.';
  return `Kept: ${rule.keep}`;
}
