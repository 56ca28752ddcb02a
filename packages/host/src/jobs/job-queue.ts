import { randomUUID } from 'node:crypto';
import type { ILogger } from '@sapphire/framework';
import type { Container } from '@sapphire/pieces';
import type { Jobs, Plugin, PluginJobs, SendOptions } from '@twi/sdk';
import type { PgBoss } from 'pg-boss';
import type { OwnShards } from '../client/own-shards.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Gate } from '../gate/gate.ts';
import { bossTransaction, inBossTransaction } from './boss-transaction.ts';
import { createBoss } from './create-boss.ts';
import { claimJobs, type ClaimedJob } from './claim-jobs.ts';
import { guildOf, jobEnvelope, type JobEnvelope } from './job-envelope.ts';
import { JobWorker } from './job-worker.ts';
import { PluginQueues } from './plugin-queues.ts';
import { runJob } from './run-job.ts';

/** How often each queue is looked at for jobs that are due. */
const POLL_INTERVAL = 1_500;
/** Jobs of one kind that run at once in this process. */
const CONCURRENCY = 5;
const FIRST_DEFERRAL = 30_000;
const LONGEST_DEFERRAL = 600_000;
const UNLOAD_GRACE = 5_000;

export interface JobQueueOptions {
  /** Of the database; the queue has a few connections of its own, so that plugins' queries cannot starve it. */
  readonly databaseUrl: string;
  readonly gate: Pick<Gate, 'decide'>;
  readonly dispatcher: Pick<Dispatcher, 'attempt'>;
  readonly container: Container;
  /** Whose guilds' jobs this process runs; asked before each claim, as they are not known before the bot is ready. */
  readonly shards: () => OwnShards;
  readonly logger: ILogger;
}

/** How many jobs of one kind there are. */
export interface JobCounts {
  /** `<plugin>/<job>` */
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/**
 * The plugins' durable jobs, kept in PostgreSQL. Those of a guild run in a process that runs the guild's shard, and so
 * knows the guild; those of no guild in any.
 */
export class JobQueue {
  readonly #options: JobQueueOptions;
  readonly #queues: PluginQueues;
  readonly #workers = new Map<string, Map<string, JobWorker<ClaimedJob>>>();
  /** Whose jobs run, or will once it has started. */
  readonly #plugins = new Map<string, Plugin>();
  #loading: Promise<PgBoss> | undefined;
  #opening: Promise<unknown> | undefined;
  #isStarted = false;
  #isStopped = false;

  constructor(options: JobQueueOptions) {
    this.#options = options;
    this.#queues = new PluginQueues(() => this.#load());
  }

  /**
   * Begins to run the jobs of the plugins that were added; from then on, those of others as soon as they are. What it
   * does not get to is done when it is called again.
   *
   * @throws {AggregateError} when the jobs of some plugins cannot be run.
   */
  async start(): Promise<void> {
    await this.#open();
    this.#isStarted = true;
    const waiting = [...this.#plugins.values()].filter(({ id }) => !this.#workers.has(id));
    const outcomes = await Promise.allSettled(waiting.map((plugin) => this.#begin(plugin)));
    const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (errors.length > 0) throw new AggregateError(errors, 'The jobs of some plugins cannot be run.');
  }

  /**
   * Begins to run a plugin's jobs, or lets {@link start} do it.
   *
   * @throws {TypeError} when a job is declared wrongly; nothing runs then.
   */
  async add(plugin: Plugin): Promise<void> {
    await this.#queues.checkSchedules(plugin);
    this.#plugins.set(plugin.id, plugin);
    if (!this.#isStarted) return;
    try {
      await this.#begin(plugin);
    } catch (error) {
      this.#plugins.delete(plugin.id);
      throw error;
    }
  }

  /** Stops running a plugin's jobs; those that wait stay in the database. */
  async remove(pluginId: string, graceMs = UNLOAD_GRACE): Promise<void> {
    const workers = this.#workers.get(pluginId);
    this.#workers.delete(pluginId);
    this.#plugins.delete(pluginId);
    this.#queues.forget(pluginId);
    await Promise.all([...(workers?.values() ?? [])].map((worker) => worker.stop(graceMs)));
  }

  /** What a plugin's context offers for sending jobs. Works from before the plugin's own set-up on. */
  jobsOf(plugin: Plugin): Jobs<PluginJobs> {
    return { send: (job, data, options = {}) => this.#send({ plugin, job, data, options }) };
  }

  /** The counts of all queues, as of pg-boss's last look (at most a minute old). */
  async counts(): Promise<JobCounts[]> {
    const boss = await this.#open();
    const queues = await boss.getQueues();
    return queues
      .filter(({ name }) => !name.startsWith('__'))
      .map(({ name, queuedCount, activeCount, failedCount }) => ({
        name,
        waiting: queuedCount,
        active: activeCount,
        failed: failedCount,
      }));
  }

  /** Claims nothing more, gives running jobs `graceMs` to end, then aborts them: they run again later. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#plugins.keys()].map((pluginId) => this.remove(pluginId, graceMs)));
    const boss = await this.#loading;
    await boss?.stop({ graceful: true, timeout: graceMs });
  }

  async #send({
    plugin,
    job,
    data,
    options: { startAfter, key, transaction },
  }: {
    readonly plugin: Plugin;
    readonly job: string;
    readonly data: unknown;
    readonly options: SendOptions;
  }): Promise<void> {
    const boss = await this.#open();
    await this.#queues.ensure(plugin);
    this.#queues.check(plugin, job, data);
    const envelope: JobEnvelope = { data, deferrals: 0 };
    await boss.send(`${plugin.id}/${job}`, envelope, {
      // The queue takes one waiting job per key, so those without one get their own.
      singletonKey: key ?? randomUUID(),
      ...(startAfter && { startAfter }),
      ...(transaction && { db: bossTransaction(transaction) }),
    });
    if (!startAfter && !transaction) this.#workers.get(plugin.id)?.get(job)?.wake();
  }

  /** pg-boss looks after its tables when it starts, so that waits until somebody needs it. */
  async #open(): Promise<PgBoss> {
    if (this.#isStopped) throw new Error('The job queue has stopped.');
    const boss = await this.#load();
    this.#opening ??= boss.start().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    await this.#opening;
    return boss;
  }

  #load(): Promise<PgBoss> {
    this.#loading ??= createBoss(this.#options);
    return this.#loading;
  }

  async #begin(plugin: Plugin): Promise<void> {
    await this.#queues.ensure(plugin);
    await this.#queues.schedule(plugin);
    // It may have been removed meanwhile.
    if (this.#isStopped || this.#plugins.get(plugin.id) !== plugin) return;
    const workers = Object.keys(plugin.jobs ?? {}).map(
      (job) => [job, this.#startWorker(plugin, job)] as const,
    );
    this.#workers.set(plugin.id, new Map(workers));
  }

  #startWorker(plugin: Plugin, job: string): JobWorker<ClaimedJob> {
    const name = `${plugin.id}/${job}`;
    return new JobWorker({
      claim: async (count) => {
        const boss = await this.#load();
        return claimJobs(boss.getDb(), { name, count, shards: this.#options.shards() });
      },
      run: (claimed, stopSignal) => this.#settle({ plugin, job, claimed, stopSignal }),
      onError: (error) => this.#options.logger.warn(`Looking for jobs of ${name} failed.`, error),
      concurrency: CONCURRENCY,
      intervalMs: POLL_INTERVAL,
    });
  }

  async #settle({ plugin, job, claimed, stopSignal }: Run): Promise<void> {
    const { name } = claimed;
    try {
      await this.#runOrDefer({ plugin, job, claimed, stopSignal });
    } catch (error) {
      const errorName = error instanceof Error ? error.name : 'unknown';
      // The message was logged, redacted, by the dispatcher; the row keeps the kind only.
      const boss = await this.#load();
      await boss
        .fail(name, claimed, { error: errorName })
        .catch((cause: unknown) =>
          this.#options.logger.error(`A job of ${name} could not be failed.`, cause),
        );
    }
  }

  async #runOrDefer({ plugin, job, claimed, stopSignal }: Run): Promise<void> {
    const { data, deferrals } = jobEnvelope.parse(claimed.data);
    const guildId = guildOf(data);
    if (this.#options.gate.decide(plugin.id, guildId) !== 'open')
      return this.#defer(claimed, { data, deferrals: deferrals + 1 });

    const definition = plugin.jobs?.[job];
    if (!definition) throw new TypeError(`The plugin ${plugin.id} has no job "${job}".`);
    const { container, dispatcher } = this.#options;
    const outcome = await dispatcher.attempt({ plugin: plugin.id, kind: 'job', name: job, guildId }, () =>
      runJob({ name: claimed.name, definition, data, container, stopSignal }),
    );
    if (!outcome.ok) throw outcome.error;
    const boss = await this.#load();
    await boss.complete(claimed.name, claimed);
  }

  /** Puts a job back whose plugin is off here or quarantined. It is a new row, so no attempt is used up. */
  async #defer(claimed: ClaimedJob, envelope: JobEnvelope): Promise<void> {
    const delay = Math.min(FIRST_DEFERRAL * 2 ** (envelope.deferrals - 1), LONGEST_DEFERRAL);
    const boss = await this.#load();
    await inBossTransaction(boss, async (db) => {
      await boss.complete(claimed.name, claimed, null, { db });
      await boss.send(claimed.name, envelope, {
        singletonKey: claimed.singletonKey ?? randomUUID(),
        startAfter: new Date(Date.now() + delay),
        db,
      });
    });
  }
}

interface Run {
  readonly plugin: Plugin;
  readonly job: string;
  readonly claimed: ClaimedJob;
  readonly stopSignal: AbortSignal;
}
