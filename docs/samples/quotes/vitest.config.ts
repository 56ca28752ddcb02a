import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One PostgreSQL for the whole run.
    globalSetup: ['@twi/testing/vitest'],
    pool: 'forks',
    // Node imports the tests itself, as it imports the plugin in production.
    experimental: { viteModuleRunner: false },
    // A whole bot starts in the first hook.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
