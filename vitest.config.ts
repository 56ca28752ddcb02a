import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['{packages,apps,plugins}/*/test/**/*.test.ts'],
    globalSetup: ['packages/database/src/testing/global-setup.ts'],
    experimental: { viteModuleRunner: false },
    pool: 'forks',
    execArgv: ['--conditions=source'],
  },
});
