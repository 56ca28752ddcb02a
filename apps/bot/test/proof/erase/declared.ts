import { DataRightsRepository, type ErasureRule, schemaNameOf } from '@twi/database';
import type { ProofBot } from '../support/proof-bot.ts';

/** A column that names persons, as its plugin declares it. */
export interface DeclaredColumn {
  /** The plugin's title. */
  readonly title: string;
  /** `schema.table` */
  readonly table: string;
  /** `schema.table.column` */
  readonly place: string;
  readonly rule: ErasureRule;
}

const CORE = 'core';

/** What all plugins declare about columns that name persons. */
export async function declaredColumns({ database }: ProofBot): Promise<DeclaredColumn[]> {
  const plugins = await new DataRightsRepository(database.handle.db).list();
  return plugins.flatMap(({ pluginId, title, tables }) => {
    const schema = schemaOf(pluginId);
    return Object.entries(tables).flatMap(([name, { person = [], mentions = [], erase, eraseBy = {} }]) =>
      [person, mentions].flat().map((column) => ({
        title,
        table: `${schema}.${name}`,
        place: `${schema}.${name}.${snakeCase(column)}`,
        rule: eraseBy[column] ?? erase,
      })),
    );
  });
}

/** Why the jobs of a plugin are kept that name a person, by `plugin/job`. */
export async function keptJobs({ database }: ProofBot): Promise<ReadonlyMap<string, string>> {
  const plugins = await new DataRightsRepository(database.handle.db).list();
  return new Map(
    plugins.flatMap(({ pluginId, jobs }) =>
      Object.entries(jobs).map(([name, { keep }]) => [`${pluginId}/${name}`, keep] as const),
    ),
  );
}

/** The schema of a plugin's tables, or of the core's. */
export const schemaOf = (pluginId: string): string => (pluginId === CORE ? CORE : schemaNameOf(pluginId));

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
