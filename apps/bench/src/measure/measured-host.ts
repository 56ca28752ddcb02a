import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, type HostOptions, startHost } from '@twi/host';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import type { Plugin } from '@twi/sdk';

/** What a measurement needs of a host in its own process, all of it real. */
export interface MeasuredHost extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly database: TestDatabase;
  readonly host: Host;
}

interface MeasuredHostOptions {
  readonly plugins: readonly Plugin[];
  /** Makes what is to be there when the host starts. */
  readonly prepare?: (world: Pick<MeasuredHost, 'sandbox' | 'database'>) => unknown;
  readonly host?: Partial<HostOptions>;
}

/** Starts a host with some plugins on an empty sandbox and a database of its own. */
export async function startMeasuredHost(options: MeasuredHostOptions): Promise<MeasuredHost> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const sandbox = stack.use(await startSandbox({ scene: 'empty', rateLimits: false, record: 0 }));
  const dataDir = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  await options.prepare?.({ sandbox, database });
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir,
    givenPlugins: options.plugins.map((plugin) => ({ plugin })),
    logLevel: 'error',
    ...options.host,
  });
  stack.defer(() => host.stop('the benchmark is done'));
  const kept = stack.move();
  return { sandbox, database, host, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
