import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,plugins}/*/test/**/*.test.ts', 'docs/samples/*/test/**/*.test.ts'],
    globalSetup: ['packages/database/src/testing/global-setup.ts'],
    // Node imports the tests itself, so that module hooks, conditions and instances are those of production.
    experimental: { viteModuleRunner: false },
    pool: 'forks',
    // Much of a test is waiting for another process, so two share two cores well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ['--conditions=source'],
    // A whole bot starts in some of them, on machines that may have two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
