import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ILogger } from '@sapphire/framework';
import type { ErrorHandler } from '../errors/error-handler.ts';
import { LoopBlockedError } from '../errors/loop-blocked-error.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { Metrics } from './metrics.ts';
import type { RunContext } from './run-context.ts';
import type { StallFrame, StallMessage, StallWatch } from './stall-message.ts';

const HEARTBEAT_MS = 100;

/** How often the delay is measured; a finer grain costs wake-ups of an idle process. */
const RESOLUTION_MS = 20;
const NANOSECONDS_PER_MS = 1_000_000;

/** A pause that everybody notices. */
const THRESHOLD_MS = 1_000;

export interface LoopMonitorParts {
  readonly plugins: { list(): readonly PluginRecord[] };
  readonly runs: RunContext;
  readonly errors: Pick<ErrorHandler, 'handle'>;
  readonly metrics: Metrics;
  readonly logger: ILogger;
}

/** How late the event loop is, in milliseconds. */
export interface LoopDelay {
  readonly mean: number;
  readonly p99: number;
  readonly max: number;
}

/** Notices when the event loop stands still, and finds out whose code was running. */
export class LoopMonitor {
  readonly #parts: LoopMonitorParts;
  readonly #beat = new BigInt64Array(new SharedArrayBuffer(8));
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LoopMonitorParts) {
    this.#parts = parts;
  }

  /** Begins to watch. Before the bot is up, it stands still to import and compile, and nobody waits for it. */
  begin(): void {
    this.#pulse();
    this.#timer = setInterval(() => this.#pulse(), HEARTBEAT_MS).unref();
    this.#delay.enable();
    const { runs, logger } = this.#parts;
    const watch: StallWatch = {
      heartbeat: this.#beat.buffer,
      entered: runs.entered.buffer,
      thresholdMs: THRESHOLD_MS,
    };
    this.#worker = new Worker(watcherUrl(), { workerData: watch, stdout: false, stderr: false });
    this.#worker.unref();
    this.#worker.on('message', (message: StallMessage) => void this.#onStall(message));
    this.#worker.on('error', (error) => logger.error('The watch on the event loop ended.', error));
  }

  /** How late the event loop has been since the watch began, in milliseconds. */
  delay(): LoopDelay {
    return {
      mean: lateMs(this.#delay.mean),
      p99: lateMs(this.#delay.percentile(99)),
      max: lateMs(this.#delay.max),
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#delay.disable();
    await this.#worker?.terminate();
  }

  #pulse(): void {
    Atomics.store(this.#beat, 0, process.hrtime.bigint());
  }

  async #onStall({ durationMs, isOneRun, frames }: StallMessage): Promise<void> {
    const { metrics, errors, logger } = this.#parts;
    const lines = frames.map(
      ({ functionName, url, line }) => `    at ${functionName || '<anonymous>'} (${url}:${line})`,
    );
    // Where there is more work than time, whoever is met by chance does not stand in anybody's way.
    const plugin = isOneRun ? (this.#ownerOf(frames) ?? this.#suspect(durationMs)) : undefined;
    metrics.loopBlocked(plugin, durationMs);
    if (plugin === undefined || plugin === CORE_PLUGIN_ID) {
      logger.warn(
        `The event loop stood still for ${durationMs} ms, not by a plugin's doing.\n${lines.join('\n')}`,
      );
      return;
    }
    const name = frames[0]?.functionName || 'event loop';
    await errors.handle(new LoopBlockedError(plugin, durationMs, lines), { plugin, kind: 'listener', name });
  }

  /** The plugin in whose directory the innermost frame lies that is in any plugin's. */
  #ownerOf(frames: readonly StallFrame[]): string | undefined {
    for (const { url } of frames) {
      if (!url.startsWith('file:')) continue;
      const file = fileURLToPath(url);
      for (const { id, discovered } of this.#parts.plugins.list())
        if (discovered.directory && file.startsWith(discovered.directory + path.sep)) return id;
    }
    return undefined;
  }

  /** A plugin without a directory is in no stack; it is suspected when its run was begun just before, or during, the stall. */
  #suspect(durationMs: number): string | undefined {
    const latest = this.#parts.runs.latest();
    const since = performance.now() - durationMs - 2 * THRESHOLD_MS;
    const record = latest && this.#parts.plugins.list().find(({ id }) => id === latest.entry.plugin);
    return latest && latest.startedAt >= since && !record?.discovered.directory
      ? latest.entry.plugin
      : undefined;
  }
}

/** Compiled, the file beside this one is JavaScript. */
function watcherUrl(): URL {
  return new URL(`./loop-watcher${path.extname(import.meta.url)}`, import.meta.url);
}

/** What the histogram holds are the intervals of a timer, and 0 or nothing before its first. */
function lateMs(intervalNs: number): number {
  return Math.max(0, intervalNs / NANOSECONDS_PER_MS - RESOLUTION_MS) || 0;
}
