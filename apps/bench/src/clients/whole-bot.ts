import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { container } from '@sapphire/pieces';
import { startHost } from '@twi/host';
// For the type of its service.
import type {} from '@twi/plugin-stats';
import { ROOT } from '@twi/proving';
import { API_URL, givenShards, reportReady, required, TOKEN } from './parent.ts';
import { tellEnds } from './tell-ends.ts';

const host = await startHost({
  token: TOKEN,
  apiUrl: API_URL,
  databaseUrl: required('BENCH_DATABASE_URL'),
  dataDir: await mkdtemp(join(tmpdir(), 'twi-bench-')),
  // Whatever plugins the bot comes with.
  appDirectory: join(ROOT, 'apps/bot'),
  logLevel: 'warn',
  ...givenShards(),
});
tellEnds(host.client, { settle: () => container.stats.flush() });
reportReady();
