import type { REST } from 'discord.js';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Metrics, RunOutcome } from '../dispatch/metrics.ts';
import type { EntryKind, EntryPoint } from '../entry-point.ts';
import type { ErrorKind } from '../errors/error-kind.ts';
import type { GateDecision } from '../gate/gate-decision.ts';
import type { RequestOutcome } from '../outgoing/request-outcome.ts';
import { PlainCounter } from './plain-counter.ts';
import { countRequests } from './rest-metrics.ts';
import { type MetricSources, observeSources } from './source-metrics.ts';

/** Where somebody waits for an answer. */
const INTERACTIONS: ReadonlySet<EntryKind> = new Set([
  'chat-input',
  'context-menu',
  'autocomplete',
  'component',
  'modal',
]);
/** In seconds; Discord gives up on an interaction after 3. */
const ANSWER_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10, 60];

/** What the host counts, for Prometheus. Names and labels are documented by the `help` of each metric. */
export class PrometheusMetrics implements Metrics {
  readonly #registry = new Registry();
  readonly #interactions: Histogram<'plugin' | 'command' | 'kind' | 'outcome'>;
  readonly #runs: PlainCounter<'plugin' | 'kind' | 'outcome'>;
  readonly #errors: Counter<'plugin' | 'kind'>;
  readonly #blocks: Counter<'plugin'>;
  readonly #requests: Counter<'plugin' | 'outcome'>;
  readonly #quarantines: Counter<'plugin'>;
  readonly #decisions: PlainCounter<'plugin' | 'decision'>;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#interactions = new Histogram({
      name: 'twi_interaction_duration_seconds',
      help: 'How long interactions ran, from the gate to their end.',
      labelNames: ['plugin', 'command', 'kind', 'outcome'],
      buckets: ANSWER_BUCKETS,
      registers,
    });
    this.#runs = new PlainCounter({
      name: 'twi_runs_total',
      help: 'Runs of plugin code of any kind: interactions, listeners, jobs, routes, timers.',
      labelNames: ['plugin', 'kind', 'outcome'],
      registers,
    });
    this.#errors = new Counter({
      name: 'twi_errors_total',
      help: 'Errors by what they are: refusal, upstream, discord, configuration, bug.',
      labelNames: ['plugin', 'kind'],
      registers,
    });
    this.#blocks = new Counter({
      name: 'twi_event_loop_blocked_seconds_total',
      help: 'How long the event loop stood still, by the plugin that was running.',
      labelNames: ['plugin'],
      registers,
    });
    this.#requests = new Counter({
      name: 'twi_outgoing_requests_total',
      help: 'Requests of plugins to the outside world, by how they ended.',
      labelNames: ['plugin', 'outcome'],
      registers,
    });
    this.#quarantines = new Counter({
      name: 'twi_quarantines_total',
      help: 'How often a plugin was stopped because it failed too often.',
      labelNames: ['plugin'],
      registers,
    });
    this.#decisions = new PlainCounter({
      name: 'twi_gate_decisions_total',
      help: 'What the gate decided about events and interactions: open, disabled, quarantined, unloaded.',
      labelNames: ['plugin', 'decision'],
      registers,
    });
  }

  runFinished({ plugin, kind, name }: EntryPoint, outcome: RunOutcome, durationMs: number): void {
    this.#runs.inc(plugin, kind, outcome);
    if (INTERACTIONS.has(kind))
      this.#interactions.observe({ plugin, command: name, kind, outcome }, durationMs / 1_000);
  }

  gateDecided(plugin: string, decision: GateDecision): void {
    this.#decisions.inc(plugin, decision);
  }

  errorHandled(plugin: string, kind: ErrorKind): void {
    this.#errors.inc({ plugin, kind });
  }

  loopBlocked(plugin: string | undefined, durationMs: number): void {
    this.#blocks.inc({ plugin: plugin ?? 'unknown' }, durationMs / 1_000);
  }

  requestEnded(plugin: string, outcome: RequestOutcome): void {
    this.#requests.inc({ plugin, outcome });
  }

  quarantined(plugin: string): void {
    this.#quarantines.inc({ plugin });
  }

  /** Adds what is read only when Prometheus asks. Called once. */
  observe(sources: MetricSources): void {
    observeSources(this.#registry, sources);
  }

  /** Counts discord.js's requests and rate limits. Called once. */
  observeRest(rest: Pick<REST, 'on'>): void {
    countRequests(this.#registry, rest);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All metrics in Prometheus's text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
