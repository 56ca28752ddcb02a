import { ensureTemplate } from './template-database.ts';
import { startTestServer } from './test-server.ts';

/**
 * Vitest's `globalSetup`: one PostgreSQL server for the whole run, gone afterwards. The test processes find it in
 * DATABASE_TEST_URL. When that is set from outside, the server that it names is used instead.
 *
 * @returns the teardown
 */
export async function setup(): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_TEST_URL'];
  if (given !== undefined) {
    await ensureTemplate(given);
    return async () => {};
  }
  const server = await startTestServer();
  await ensureTemplate(server.url);
  process.env['DATABASE_TEST_URL'] = server.url;
  return () => server.stop();
}
