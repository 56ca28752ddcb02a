import type { Snowflake } from 'discord.js';
import type { Jobs } from '@twi/sdk';
import type { coreJobs } from '../core/jobs/jobs.ts';
import type { ErasureReport } from './erasure-report.ts';
import type { Eraser } from './eraser.ts';
import type { ExportFile } from './export-files.ts';
import type { Exporter } from './exporter.ts';
import { FINISH_ERASURE } from './job-erasure.ts';

/** When an erasure that was interrupted goes on. */
const FINISH_AFTER_MS = 120_000;

export interface PrivacyParts {
  readonly exporter: Exporter;
  readonly eraser: Eraser;
  readonly jobs: Jobs<typeof coreJobs>;
}

/** What people may do about what is kept of them. */
export class Privacy {
  readonly #parts: PrivacyParts;

  constructor(parts: PrivacyParts) {
    this.#parts = parts;
  }

  /** Everything that is kept about a person, as JSON. */
  export(userId: Snowflake): Promise<ExportFile[]> {
    return this.#parts.exporter.export(userId);
  }

  /** What {@link erase} would do. */
  planErasure(userId: Snowflake): Promise<ErasureReport> {
    return this.#parts.eraser.plan(userId);
  }

  /** Erases a person's data. When the process ends meanwhile, or a part fails, a job goes on with it. */
  async erase(userId: Snowflake): Promise<ErasureReport> {
    const startAfter = new Date(Date.now() + FINISH_AFTER_MS);
    await this.#parts.jobs.send(FINISH_ERASURE, { userId }, { key: userId, startAfter });
    return this.#parts.eraser.erase(userId);
  }

  /** Goes on with an erasure. @throws {Error} when a part fails again, so that the job is tried once more. */
  async finishErasure(userId: Snowflake): Promise<void> {
    const { failed } = await this.#parts.eraser.erase(userId);
    if (failed.length > 0) throw new Error(`The data of a person is still kept by ${failed.join(', ')}.`);
  }
}
