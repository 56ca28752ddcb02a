import type { DatabaseHandle } from '@twi/database';
import type { Client } from 'discord.js';
import { isGatewayReady, shardStatuses } from './client/shard-statuses.ts';
import { HttpServer } from './http/http-server.ts';
import type { PluginRoutes } from './http/plugin-routes.ts';
import type { PrometheusMetrics } from './http/prometheus-metrics.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { Scope } from './lifecycle/scope.ts';

const GRACE_MS = 3_000;

export interface ServeHttpParts {
  /** Absent: nothing is served. */
  readonly port: number | undefined;
  readonly client: Client;
  readonly database: DatabaseHandle;
  readonly jobs: JobQueue;
  readonly metrics: PrometheusMetrics;
  readonly routes: PluginRoutes;
}

export interface ServedHttp {
  readonly port: number | undefined;
  /** From here on `/readyz` may say yes. */
  setStarted(): void;
}

/** Serves health, metrics and the plugins' routes. */
export async function serveHttp(parts: ServeHttpParts, scope: Scope): Promise<ServedHttp> {
  const { port, client, database, jobs, metrics, routes } = parts;
  let isStarted = false;
  const setStarted = (): void => {
    isStarted = true;
  };
  if (port === undefined) return { port, setStarted };

  metrics.observe({
    pool: () => database.pool(),
    caches: () => database.cache.stats(),
    jobs: () => jobs.counts(),
    shards: () => shardStatuses(client),
    guilds: () => client.guilds.cache.size,
  });
  const health = {
    database: () => database.ping(),
    isGatewayReady: () => isGatewayReady(client),
    isStarted: () => isStarted,
  };
  const server = await HttpServer.start({ port, metrics, health, routes });
  scope.defer('closing the HTTP server', () => server.stop(GRACE_MS), GRACE_MS + 1_000);
  return { port: server.port, setStarted };
}
