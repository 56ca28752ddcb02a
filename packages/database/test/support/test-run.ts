import { setup } from '../../src/testing/global-setup.ts';

// The program behind test-server.test.ts: what vitest does with a global setup, and how it ends at Ctrl-C.
const tearDown = await setup();
process.once('SIGINT', () => process.exit(130));
process.once('message', () => {
  void tearDown().then(() => process.disconnect());
});
process.send?.(process.env['DATABASE_TEST_URL']);
