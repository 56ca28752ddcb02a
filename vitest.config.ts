import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,plugins}/*/test/**/*.test.ts', 'docs/samples/*/test/**/*.test.ts'],
    globalSetup: ['packages/database/src/testing/global-setup.ts'],
    // Node imports the tests itself, so that module hooks, conditions and instances are those of production.
    experimental: { viteModuleRunner: false },
    pool: 'forks',
    execArgv: ['--conditions=source'],
    // A whole bot starts in some of them, on machines that may have two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
