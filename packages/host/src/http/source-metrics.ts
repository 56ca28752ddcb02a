import type { PoolStatistics, QueryCacheStatistics } from '@twi/database';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { JobCounts } from '../jobs/job-queue.ts';

/** One connection to Discord's gateway. */
export interface ShardStatus {
  readonly id: number;
  readonly isReady: boolean;
  /** Round trip in milliseconds; -1 before the first heartbeat. */
  readonly pingMs: number;
}

/** What is read when metrics are asked for. */
export interface MetricSources {
  readonly pool: () => PoolStatistics;
  readonly caches: () => readonly QueryCacheStatistics[];
  readonly jobs: () => Promise<readonly JobCounts[]>;
  readonly shards: () => readonly ShardStatus[];
  readonly guilds: () => number;
}

/** Adds the metrics that are read only when they are asked for. */
export function observeSources(registry: Registry, sources: MetricSources): void {
  observePool(registry, sources);
  observeCaches(registry, sources);
  observeJobs(registry, sources);
  observeGateway(registry, sources);
}

function observePool(registry: Registry, { pool }: MetricSources): void {
  const gauge: Gauge<'state'> = new Gauge({
    name: 'twi_database_connections',
    help: 'Connections to the database by state, and the queries that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = pool();
      gauge.set({ state: 'busy' }, total - idle);
      gauge.set({ state: 'idle' }, idle);
      gauge.set({ state: 'waiting' }, waiting);
    },
  });
}

function observeCaches(registry: Registry, { caches }: MetricSources): void {
  const counter: Counter<'cache' | 'event'> = new Counter({
    name: 'twi_cache_events_total',
    help: 'Hits, misses and evictions of the query caches.',
    labelNames: ['cache', 'event'],
    registers: [registry],
    collect() {
      counter.reset();
      for (const { name: cache, hits, misses, evictions } of caches()) {
        counter.inc({ cache, event: 'hit' }, hits);
        counter.inc({ cache, event: 'miss' }, misses);
        counter.inc({ cache, event: 'eviction' }, evictions);
      }
    },
  });
}

function observeJobs(registry: Registry, { jobs }: MetricSources): void {
  const gauge: Gauge<'job' | 'state'> = new Gauge({
    name: 'twi_jobs',
    help: 'Jobs by state, as of at most a minute ago.',
    labelNames: ['job', 'state'],
    registers: [registry],
    async collect() {
      const counts = await jobs();
      gauge.reset();
      for (const { name: job, waiting, active, failed } of counts) {
        gauge.set({ job, state: 'waiting' }, waiting);
        gauge.set({ job, state: 'active' }, active);
        gauge.set({ job, state: 'failed' }, failed);
      }
    },
  });
}

function observeGateway(registry: Registry, { shards, guilds }: MetricSources): void {
  const ready: Gauge<'shard'> = new Gauge({
    name: 'twi_shard_ready',
    help: 'Whether a shard is connected to the gateway (1) or not (0).',
    labelNames: ['shard'],
    registers: [registry],
    collect() {
      for (const { id, isReady } of shards()) ready.set({ shard: id }, isReady ? 1 : 0);
    },
  });
  const latency: Gauge<'shard'> = new Gauge({
    name: 'twi_shard_latency_seconds',
    help: 'Round trip of the last heartbeat.',
    labelNames: ['shard'],
    registers: [registry],
    collect() {
      for (const { id, pingMs } of shards()) if (pingMs >= 0) latency.set({ shard: id }, pingMs / 1_000);
    },
  });
  const total: Gauge = new Gauge({
    name: 'twi_guilds',
    help: 'Guilds that this process serves.',
    registers: [registry],
    collect: () => {
      total.set(guilds());
    },
  });
}
