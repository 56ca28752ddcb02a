import { sql } from 'kysely';
import type { ProofBot } from './proof-bot.ts';

/** What the host writes of every use, refused or not, and of people whom it met. */
const OF_EVERY_USE = new Set([
  'commands',
  'command_usages',
  'error_logs',
  'cooldowns',
  'users',
  'guilds',
  'command_sync',
]);

interface Table {
  readonly schema: string;
  readonly name: string;
}

/** What stands in each table of the core and the plugins, as a count and a digest: two are equal when nothing was written. */
export async function tableContents({ host, database }: ProofBot): Promise<Record<string, string>> {
  const { db } = database.handle;
  const schemas = host.plugins.list().map(({ id }) => id.replaceAll('-', '_'));
  const { rows: tables } = await sql<Table>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any(${schemas})
    order by 1, 2
  `.execute(db);
  const contents: Record<string, string> = {};
  for (const { schema, name } of tables) {
    if (schema === 'core' && OF_EVERY_USE.has(name)) continue;
    const { rows } = await sql<{ content: string }>`
      select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content
      from ${sql.id(schema, name)} t
    `.execute(db);
    contents[`${schema}.${name}`] = rows[0]?.content ?? '';
  }
  return contents;
}
