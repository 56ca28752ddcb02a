import type { Client } from 'discord.js';
import type { JobCounts } from '../jobs/job-queue.ts';
import { shardStatuses } from '../client/shard-statuses.ts';
import type { ShardStatus } from '../http/source-metrics.ts';
import type { LoopDelay } from '../dispatch/loop-monitor.ts';
import { type WithheldIntent, withheldIntents } from '../intents/withheld-intents.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { QuarantineStatus } from '../quarantine/quarantine.ts';
import type { CoreServices } from './core-services.ts';

/** How the process fares. */
export interface HostStatus {
  readonly shards: readonly ShardStatus[];
  readonly guilds: number;
  readonly memoryBytes: number;
  readonly heapBytes: number;
  readonly loopDelayMs: LoopDelay;
  readonly pool: { readonly busy: number; readonly size: number; readonly waiting: number };
  /** Absent before the first look. */
  readonly cacheHitRate: number | undefined;
  readonly jobs: Readonly<Omit<JobCounts, 'name'>>;
  /** What Discord withholds from the plugins. */
  readonly withheldIntents: readonly WithheldIntent[];
  readonly paused: readonly { readonly record: PluginRecord; readonly status: QuarantineStatus }[];
}

/** What the bot's owner can look at and do, whatever the guild. */
export class HostOperations {
  readonly #services: CoreServices;

  constructor(services: CoreServices) {
    this.#services = services;
  }

  async status(client: Client): Promise<HostStatus> {
    const { database, jobs, loopMonitor, registry, quarantine } = this.#services;
    const { size, total, idle, waiting } = database.pool();
    const { rss, heapUsed } = process.memoryUsage();
    return {
      shards: shardStatuses(client),
      guilds: client.guilds.cache.size,
      memoryBytes: rss,
      heapBytes: heapUsed,
      loopDelayMs: loopMonitor.delay(),
      pool: { busy: total - idle, size, waiting },
      cacheHitRate: this.#cacheHitRate(),
      jobs: sum(await jobs.counts()),
      withheldIntents: withheldIntents(
        registry.list().flatMap(({ plugin }) => plugin ?? []),
        client.options.intents,
      ),
      paused: registry
        .list()
        .map((record) => ({ record, status: quarantine.status(record.id) }))
        .filter(({ status }) => status.state !== 'healthy'),
    };
  }

  /** All plugins of the process, those that failed included. */
  plugins(): readonly PluginRecord[] {
    return this.#services.registry.list();
  }

  /** @throws {UserError} when there is no such plugin, or it is loaded already. */
  load(pluginId: string): Promise<PluginRecord> {
    return this.#services.registry.load(pluginId);
  }

  /** @throws {UserError} when it is not loaded, or others need it. */
  unload(pluginId: string): Promise<void> {
    return this.#services.registry.unload(pluginId);
  }

  /** @throws {UserError} when it is not loaded. */
  reload(pluginId: string): Promise<PluginRecord> {
    return this.#services.registry.reload(pluginId);
  }

  /** The reconciler of commands. */
  get commands(): CoreServices['reconciler'] {
    return this.#services.reconciler;
  }

  #cacheHitRate(): number | undefined {
    const statistics = this.#services.database.cache.stats();
    const hits = statistics.reduce((total, cache) => total + cache.hits, 0);
    const misses = statistics.reduce((total, cache) => total + cache.misses, 0);
    return hits + misses === 0 ? undefined : hits / (hits + misses);
  }
}

function sum(counts: readonly JobCounts[]): HostStatus['jobs'] {
  const add = (state: keyof HostStatus['jobs']): number =>
    counts.reduce((total, queue) => total + queue[state], 0);
  return { waiting: add('waiting'), active: add('active'), failed: add('failed') };
}
