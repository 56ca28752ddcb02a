import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The long ones: whole bots in processes of their own, browsers, packages that are built. */
const SLOW = [
  'apps/',
  'packages/create-plugin/',
  'packages/testing/test/docs/',
  'packages/sandbox/test/web/',
];

const isSlow = ({ moduleId }: TestSpecification): boolean =>
  SLOW.some((folder) => moduleId.includes(`/${folder}`));

/** Begins with the long files, so that none is left alone with a worker at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is the method of vitest, which gives a new list
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: {
    include: ['{packages,apps,plugins}/*/test/**/*.test.ts', 'docs/samples/*/test/**/*.test.ts'],
    globalSetup: ['packages/database/src/testing/global-setup.ts'],
    // Node imports the tests itself, so that module hooks, conditions and instances are those of production.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    pool: 'forks',
    // Files follow each other in a process: importing everything anew would take longer than most of them run. So a
    // file leaves its process as it found it; a bot that was stopped must leave nothing anyway.
    isolate: false,
    // Much of a test is waiting: for PostgreSQL, a browser, another process, a time.
    maxWorkers: availableParallelism() + 2,
    execArgv: ['--conditions=source'],
    sequence: { sequencer: SlowFirst },
    // The bots and tools that tests start are compiled once.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'twi-compile-cache') },
    // A whole bot starts in some of them, on machines that may have two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
