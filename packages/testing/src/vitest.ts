import { startTestServer } from '@twi/database/testing';
import { assertNodeVersion } from './node-version.ts';

/**
 * Vitest's `globalSetup` for plugins: one PostgreSQL for the whole run, gone afterwards. Each test file's bot gets a
 * database of its own there. A server that `DATABASE_TEST_URL` names is used instead of one of the run's own.
 *
 * @example
 * export default defineConfig({ test: { globalSetup: ['@twi/testing/vitest'], pool: 'forks' } });
 *
 * @returns the teardown
 * @throws {Error} on a Node that is too old
 */
export async function setup(): Promise<() => Promise<void>> {
  assertNodeVersion(process.version);
  // oxlint-disable-next-line node/no-process-env -- how the test processes of the run learn of the server
  const { env } = process;
  if (env['DATABASE_TEST_URL'] !== undefined) return async () => {};
  const server = await startTestServer();
  env['DATABASE_TEST_URL'] = server.url;
  return () => server.stop();
}
