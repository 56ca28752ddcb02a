import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '@twi/host';
import { API_URL, reportReady, required, TOKEN } from '../../clients/parent.ts';
import { benchPlugin } from '../host-plugin.ts';
import { reportUse } from '../processor-use.ts';

const GUILD_ID = required('BENCH_GUILD_ID');

const host = await startHost({
  token: TOKEN,
  apiUrl: API_URL,
  databaseUrl: required('BENCH_DATABASE_URL'),
  dataDir: await mkdtemp(join(tmpdir(), 'twi-bench-')),
  givenPlugins: [{ plugin: benchPlugin }],
  httpPort: 0,
  logLevel: 'warn',
});
await host.enablement.enable(GUILD_ID, ['bench'], undefined);
await host.reconciler.reconcileGuild(GUILD_ID);
reportUse();
reportReady();
