import type { ILogger } from '@sapphire/framework';
import type { Metrics } from '../dispatch/metrics.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { Redact } from '../logging/redact.ts';
import { LoopBlockedError } from '../errors/loop-blocked-error.ts';
import { ErrorBudget } from './error-budget.ts';

/** The first stop; each further one lasts twice as long as the one before. */
const FIRST_STOP_MS = 60_000;
const LONGEST_STOP_MS = 3_600_000;

/** A plugin that ran this long without being stopped starts again with the first stop. */
const FORGET_AFTER_MS = 3_600_000;

/** What blocking the event loop once weighs, against 1 for an ordinary fault. */
const BLOCKED_WEIGHT = 3;

/** What processes tell each other, and what is kept across restarts. */
interface Stop {
  readonly pluginId: string;
  readonly until: Date;
  /** How many stops in a row this is. */
  readonly level: number;
  readonly reason: string;
}

/** How it stands with a plugin. `trying` means that one event was let in, whose end decides. */
export type QuarantineStatus =
  | { readonly state: 'healthy'; readonly weight: number }
  | { readonly state: 'stopped' | 'trying'; readonly weight: number; readonly stop: Stop };

export type QuarantineChange = { readonly pluginId: string; readonly stop: Stop | undefined };

export interface QuarantineOptions {
  readonly logger: ILogger;
  readonly metrics: Metrics;
  readonly redact: Redact;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly now?: () => number;
}

interface Patient {
  readonly budget: ErrorBudget;
  stop?: Stop | undefined;
  isTrying: boolean;
  /** Kept after a stop is over, so that a relapse lasts longer. */
  level: number;
  healthySince: number;
}

/** Stops a plugin that keeps failing, for growing intervals, and lets it back in one event at a time. */
export class Quarantine {
  readonly #options: QuarantineOptions;
  readonly #now: () => number;
  readonly #patients = new Map<string, Patient>();
  readonly #listeners = new Set<(change: QuarantineChange) => void>();

  constructor(options: QuarantineOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Whether nothing of the plugin may run now. Once its time is served, one event at a time may. */
  isStopped(pluginId: string): boolean {
    const patient = this.#patients.get(pluginId);
    if (!patient?.stop) return false;
    return patient.isTrying || this.#now() < patient.stop.until.getTime();
  }

  status(pluginId: string): QuarantineStatus {
    const patient = this.#patients.get(pluginId);
    const weight = patient?.budget.weight(this.#now()) ?? 0;
    if (!patient?.stop) return { state: 'healthy', weight };
    return { state: patient.isTrying ? 'trying' : 'stopped', weight, stop: patient.stop };
  }

  /** A run of the plugin begins. Returns what to call when it has ended. */
  enter(pluginId: string): (() => void) | undefined {
    const patient = this.#patients.get(pluginId);
    if (!patient?.stop || patient.isTrying || this.isStopped(pluginId)) return undefined;
    patient.isTrying = true;
    const { stop } = patient;
    return () => {
      // A fault during the run has replaced the stop by a longer one.
      if (patient.stop === stop) this.#close(pluginId, patient);
    };
  }

  /** Counts a fault of the plugin; standing in everybody's way weighs more than failing alone. */
  fault(pluginId: string, error: Error): void {
    if (pluginId === CORE_PLUGIN_ID) return;
    const patient = this.#patient(pluginId);
    const weight = error instanceof LoopBlockedError ? BLOCKED_WEIGHT : 1;
    const isExceeded = patient.budget.spend(weight, this.#now());
    if (patient.isTrying || (isExceeded && !patient.stop)) this.#stop(pluginId, patient, error);
  }

  /** Lets the plugin run again, whatever it did. */
  release(pluginId: string): void {
    if (!this.#patients.delete(pluginId)) return;
    this.#options.logger.info(`The plugin "${pluginId}" was released from quarantine.`);
    this.#tell({ pluginId, stop: undefined });
  }

  /** Takes over what another process decided or an earlier start left behind. Tells nobody. */
  adopt({ pluginId, stop }: QuarantineChange): void {
    if (!stop) {
      this.#patients.delete(pluginId);
      return;
    }
    const patient = this.#patient(pluginId);
    patient.stop = stop;
    patient.isTrying = false;
    patient.level = stop.level;
  }

  /** Calls back when this process stops a plugin or lets it run again. */
  onChange(listener: (change: QuarantineChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #patient(pluginId: string): Patient {
    const known = this.#patients.get(pluginId);
    if (known) return known;
    const patient: Patient = {
      budget: new ErrorBudget(),
      isTrying: false,
      level: 0,
      healthySince: this.#now(),
    };
    this.#patients.set(pluginId, patient);
    return patient;
  }

  #stop(pluginId: string, patient: Patient, error: Error): void {
    const now = this.#now();
    if (!patient.stop && now - patient.healthySince > FORGET_AFTER_MS) patient.level = 0;
    patient.level += 1;
    const ms = Math.min(FIRST_STOP_MS * 2 ** (patient.level - 1), LONGEST_STOP_MS);
    const reason = this.#options.redact(`${error.name}: ${error.message}`);
    const stop: Stop = { pluginId, until: new Date(now + ms), level: patient.level, reason };
    patient.stop = stop;
    patient.isTrying = false;
    this.#options.metrics.quarantined(pluginId, ms);
    this.#options.logger.error(
      `The plugin "${pluginId}" fails too often and is stopped until ${stop.until.toISOString()}. Last: ${reason}`,
    );
    this.#tell({ pluginId, stop });
  }

  #close(pluginId: string, patient: Patient): void {
    patient.stop = undefined;
    patient.isTrying = false;
    patient.healthySince = this.#now();
    patient.budget.reset();
    this.#options.logger.info(`The plugin "${pluginId}" works again; its quarantine is over.`);
    this.#tell({ pluginId, stop: undefined });
  }

  #tell(change: QuarantineChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
