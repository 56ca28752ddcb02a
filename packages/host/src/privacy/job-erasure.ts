import { countJobsOfPerson, type Database, eraseJobsOfPerson } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Kysely } from 'kysely';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { DeclaredPlugin } from './declarations.ts';
import type { ErasureLine } from './erasure-report.ts';
import { readableName } from './words.ts';

/** The job that goes on with an erasure which was interrupted. It names the person until it is done. */
export const FINISH_ERASURE = 'finish-erasure';

/** What erasing does to the jobs that name a person. */
export async function planJobs(
  db: Kysely<Database>,
  plugins: readonly DeclaredPlugin[],
  userId: Snowflake,
): Promise<ErasureLine[]> {
  const kinds = await countJobsOfPerson(db, userId);
  return kinds
    .filter(({ name }) => name !== `${CORE_PLUGIN_ID}/${FINISH_ERASURE}`)
    .map(({ name, count }) => {
      const { plugin, what, keep } = describe(name, plugins);
      return keep === undefined
        ? { plugin, what, deleted: count, anonymised: 0, kept: new Map() }
        : { plugin, what, deleted: 0, anonymised: 0, kept: new Map([[keep, count]]) };
    });
}

/** Removes the jobs that name a person; of those that are to be kept, those that will not run any more. */
export async function eraseJobs(
  db: Kysely<Database>,
  plugins: readonly DeclaredPlugin[],
  { userId, isFinished }: { readonly userId: Snowflake; readonly isFinished: boolean },
): Promise<ErasureLine[]> {
  const lines: ErasureLine[] = [];
  for (const { name, count } of await countJobsOfPerson(db, userId)) {
    const isOwn = name === `${CORE_PLUGIN_ID}/${FINISH_ERASURE}`;
    if (isOwn && !isFinished) continue;
    const { plugin, what, keep } = describe(name, plugins);
    const deleted = await eraseJobsOfPerson(db, userId, { name, onlyEnded: keep !== undefined });
    const kept = new Map(keep !== undefined && count > deleted ? [[keep, count - deleted]] : []);
    if (!isOwn) lines.push({ plugin, what, deleted, anonymised: 0, kept });
  }
  return lines;
}

function describe(
  queue: string,
  plugins: readonly DeclaredPlugin[],
): { plugin: string; what: string; keep: string | undefined } {
  const [pluginId = '', job = ''] = queue.split('/');
  const declared = plugins.find(({ id }) => id === pluginId);
  return {
    plugin: declared?.title ?? pluginId,
    what: `planned work (${readableName(job)})`,
    keep: declared?.jobs[job]?.keep,
  };
}
