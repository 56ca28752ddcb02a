import { randomBytes } from 'node:crypto';
import type { DatabaseHandle } from '../database-handle.ts';
import { startDatabase } from '../start-database.ts';
import { asAdministrator, withDatabase } from './administrator.ts';
import { ensureTemplate } from './template-database.ts';
import { startTestServer } from './test-server.ts';

const POOL_SIZE = 5;

/** A database of its own for one test file. */
export interface TestDatabase extends AsyncDisposable {
  /** Connection string, for a second handle or another process. */
  readonly url: string;
  readonly handle: DatabaseHandle;
  /** Closes the handle and removes the database. */
  close(): Promise<void>;
}

/**
 * Clones a database with core's tables from the run's template.
 *
 * It uses the server that DATABASE_TEST_URL names, which `globalSetup` sets; without it, one of its own.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const known = process.env['DATABASE_TEST_URL'];
  const ownServer = known === undefined ? await startTestServer() : undefined;
  const serverUrl = known ?? ownServer?.url ?? '';
  const name = `twi_test_${randomBytes(8).toString('hex')}`;
  const template = await ensureTemplate(serverUrl);
  await asAdministrator(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const url = withDatabase(serverUrl, name);
  const handle = await startDatabase({ url, dataDir: '', poolSize: POOL_SIZE });

  const close = async () => {
    await handle.close();
    await asAdministrator(serverUrl, (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
    await ownServer?.stop();
  };
  return { url, handle, close, [Symbol.asyncDispose]: close };
}
