import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { pattern } from './person-column.ts';

/** The jobs of a plugin, as pg-boss keeps them: `<plugin>/<job>`. */
interface JobKind {
  /** With the plugin. */
  readonly name: string;
  readonly count: number;
}

/** How many jobs name a person, by kind, those that are over included. */
export async function countJobsOfPerson(db: Kysely<Database>, userId: string): Promise<JobKind[]> {
  const { rows } = await sql<JobKind>`
    select name, count(*)::int as count from pgboss.job where ${named(userId)} group by name order by name
  `.execute(db.withoutPlugins());
  return rows;
}

/** What the jobs that name a person work with, for export. */
export async function jobsOfPerson(
  db: Kysely<Database>,
  userId: string,
): Promise<{ name: string; state: string; data: unknown; startsAt: Date }[]> {
  const { rows } = await sql<{ name: string; state: string; data: unknown; startsAt: Date }>`
    select name, state::text as state, data -> 'data' as data, start_after as "startsAt" from pgboss.job
    where ${named(userId)} order by start_after
  `.execute(db.withoutPlugins());
  return rows;
}

/** Removes jobs of one kind that name a person; with `onlyEnded`, those alone that will not run any more. */
export async function eraseJobsOfPerson(
  db: Kysely<Database>,
  userId: string,
  { name, onlyEnded = false }: { readonly name: string; readonly onlyEnded?: boolean },
): Promise<number> {
  const ended = onlyEnded ? sql`and state in ('completed', 'cancelled', 'failed')` : sql``;
  const { numAffectedRows = 0n } =
    await sql`delete from pgboss.job where name = ${name} and ${named(userId)} ${ended}`.execute(db);
  return Number(numAffectedRows);
}

/** Removes the jobs of a guild. */
export async function purgeJobsOfGuild(db: Kysely<Database>, guildId: string): Promise<void> {
  await sql`delete from pgboss.job where data -> 'data' ->> 'guildId' = ${guildId}`.execute(db);
}

function named(userId: string): RawBuilder<boolean> {
  return sql`(data::text ~ ${pattern(userId)} or singleton_key ~ ${pattern(userId)} or output::text ~ ${pattern(userId)})`;
}
