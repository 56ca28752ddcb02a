import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { SchemaMigrator } from '../migrations/schema-migrator.ts';
import { asAdministrator, withDatabase } from './administrator.ts';

// Any number does; it keeps test processes from building the template twice.
const TEMPLATE_LOCK_KEY = 7_310_579_612;

/** Makes sure that the server has a database with core's tables to clone from, and gives its name. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const template = await templateName();
  await asAdministrator(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK_KEY]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (rowCount !== 0) return;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
    await new SchemaMigrator(withDatabase(serverUrl, template), new Set()).migrateCore();
    // A template without connections can be cloned by many at once; this keeps it so.
    await client.query(`alter database ${template} with is_template true allow_connections false`);
  });
  return template;
}

/** Changes with the text of the migrations, so that a template on a long-lived server is never out of date. */
async function templateName(): Promise<string> {
  const directory = new URL('../core/migrations/', import.meta.url);
  const names = (await readdir(directory)).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(await readFile(new URL(name, directory)));
  return `twi_template_${hash.digest('hex').slice(0, 12)}`;
}
