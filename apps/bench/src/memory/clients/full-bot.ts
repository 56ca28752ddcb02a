import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '@twi/host';
import { ROOT } from '@twi/proving';
import { API_URL, reportReady, required, TOKEN } from '../../clients/parent.ts';
import { tellMemory } from './tell-memory.ts';

const host = await startHost({
  token: TOKEN,
  apiUrl: API_URL,
  databaseUrl: required('BENCH_DATABASE_URL'),
  dataDir: await mkdtemp(join(tmpdir(), 'twi-bench-')),
  // Whatever plugins the bot comes with.
  appDirectory: join(ROOT, 'apps/bot'),
  logLevel: 'warn',
});
tellMemory(host.client);
reportReady();
