import type { Container } from '@sapphire/pieces';
import type { z } from 'zod';

/** What a job works with. */
export interface JobRun<Data> {
  readonly data: Data;
  /** Sapphire's container, where the plugin's own service is at `container.<id>`. */
  readonly container: Container;
  /** Aborted when the job exceeds its time or the bot shuts down. */
  readonly signal: AbortSignal;
}

/** Durable work: kept in PostgreSQL, run once by whichever process takes it, retried when it fails. */
export interface Job<Data = unknown> {
  /**
   * The shape of its data. With a `guildId` the job belongs to that guild: while the plugin is off there,
   * it waits. It is checked when the job is sent and again when it runs.
   */
  readonly data: z.ZodType<Data>;
  /** A cron expression in UTC (five fields) for a job that repeats; its data is then `{}`. */
  readonly schedule?: string;
  /** How long one run may take, 1–3,600 seconds. Default 60. */
  readonly timeoutSeconds?: number;
  /** How often a failed run is tried again, with growing pauses. Default 5. */
  readonly retries?: number;
  /**
   * Why a waiting job stays when a person whom its data names has their data erased; shown to them. Without it, such a
   * job is removed.
   */
  readonly erase?: { readonly keep: string };
  run(run: JobRun<Data>): Promise<void>;
}

/** Declares a job with the types of its data inferred from its schema. */
export function defineJob<Data>(job: Job<Data>): Job<Data> {
  return job;
}

/** The jobs of a plugin by name. */
// oxlint-disable-next-line typescript/no-explicit-any -- the data of each job is its own; `Jobs` reads it back exactly
export type PluginJobs = Readonly<Record<string, Job<any>>>;
