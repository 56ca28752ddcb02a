import { ensureTemplate } from './template-database.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Vitest's `globalSetup`: one PostgreSQL server for the whole run, gone afterwards. The test processes find it in
 * DATABASE_TEST_URL. When that is set from outside, the server that it names is used instead.
 *
 * @returns the teardown
 */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env['DATABASE_TEST_URL'] !== undefined) {
    await ensureTemplate(process.env['DATABASE_TEST_URL']);
    return async () => {};
  }
  const server = await startTestServer();
  const forgetSignals = stopOnSignal(server);
  await ensureTemplate(server.url);
  process.env['DATABASE_TEST_URL'] = server.url;
  return async () => {
    forgetSignals();
    await server.stop();
  };
}

/** Vitest may end at a signal without running its teardown; the server would outlive it. */
function stopOnSignal(server: TestServer): () => void {
  const listeners = Object.entries(SIGNAL_EXIT_CODES).map(([signal, exitCode]) => {
    const listener = () => void server.stop().finally(() => process.exit(exitCode));
    process.once(signal, listener);
    return () => void process.off(signal, listener);
  });
  return () => {
    for (const forget of listeners) forget();
  };
}
