import { startDatabase, type DatabaseHandle } from '@twi/database';
import { onTestFinished } from 'vitest';

/** A handle with one connection, named `single`, so that everything happens on it. */
export async function singleConnection(url: string, statementTimeoutMs?: number): Promise<DatabaseHandle> {
  const handle = await startDatabase({
    url,
    dataDir: '',
    poolSize: 1,
    applicationName: 'single',
    statementTimeoutMs,
  });
  onTestFinished(() => handle.close());
  return handle;
}
