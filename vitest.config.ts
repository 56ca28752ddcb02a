import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['{packages,apps,plugins}/*/test/**/*.test.ts'],
    experimental: { viteModuleRunner: false },
    pool: 'forks',
    execArgv: ['--conditions=source'],
  },
});
