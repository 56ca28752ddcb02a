import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['@twi/testing/vitest'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
