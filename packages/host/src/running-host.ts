import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseHandle } from '@twi/database';
import { type Client, Events } from 'discord.js';
import type { CommandReconciler } from './commands/command-reconciler.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { PluginRegistry } from './lifecycle/plugin-registry.ts';
import type { HostLogger } from './logging/logger.ts';
import type { Runtime } from './runtime.ts';
import type { StepTiming } from './start-up.ts';

/** A bot that is up. */
export interface Host {
  readonly client: Client<true>;
  readonly plugins: PluginRegistry;
  readonly database: DatabaseHandle;
  readonly gate: Runtime['gate'];
  readonly enablement: Runtime['enablement'];
  readonly reconciler: CommandReconciler;
  readonly jobs: JobQueue;
  /** The port of the HTTP endpoints; absent when there are none. */
  readonly httpPort: number | undefined;
  /** How long each step of the start took, in order. */
  readonly timings: readonly StepTiming[];
  /** Stops taking work, lets running work finish for a while, and leaves nothing open. May be called twice. */
  stop(reason: string): Promise<void>;
}

export interface DrainParts {
  readonly client: Client;
  readonly dispatcher: Dispatcher;
  readonly plugins: PluginRegistry;
  readonly jobs: JobQueue;
  readonly logger: HostLogger;
}

/** How long running work may go on after the bot stopped taking more. */
const GRACE_MS = 10_000;
/** Closing the gateway can hang while a shard identifies itself. */
const CLOSE_MS = 2_000;

/** How long {@link drain} takes at most. */
export const DRAIN_TIMEOUT_MS = GRACE_MS + CLOSE_MS + 1_000;

/** Takes no more events and jobs, and waits for what is running. REST goes on working meanwhile. */
export async function drain({ client, dispatcher, plugins, jobs, logger }: DrainParts): Promise<void> {
  await Promise.race([closeGateway(client, logger), sleep(CLOSE_MS, undefined, { ref: false })]);
  const [isIdle] = await Promise.all([
    dispatcher.idle(GRACE_MS),
    ...plugins.list().map(({ id }) => jobs.remove(id, GRACE_MS)),
  ]);
  if (!isIdle) logger.warn(`${dispatcher.inFlight} handlers were still running after ${GRACE_MS / 1_000} s.`);
}

async function closeGateway(client: Client, logger: HostLogger): Promise<void> {
  // discord.js announces a reconnection whenever a shard closes, also this last time.
  client.removeAllListeners(Events.ShardReconnecting);
  try {
    // Private, but `client.destroy` would also take the token from REST, which running handlers still need.
    await client.ws['destroy']();
  } catch (error) {
    logger.warn('Closing the gateway failed.', error);
  }
}
