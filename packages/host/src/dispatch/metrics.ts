import type { EntryPoint } from '../entry-point.ts';
import type { ErrorKind } from '../errors/error-kind.ts';
import type { GateDecision } from '../gate/gate-decision.ts';
import type { RequestOutcome } from '../outgoing/request-outcome.ts';

/** How a run ended: well, with a refusal that the person can mend, or with any other error. */
export type RunOutcome = 'success' | 'refused' | 'failed';

/** What the runtime counts. The HTTP side gives it to Prometheus. */
export interface Metrics {
  /** A run of plugin code ended; `durationMs` is wall-clock time. */
  runFinished(entry: EntryPoint, outcome: RunOutcome, durationMs: number): void;
  /** Somebody or something knocked at the gate of a plugin. */
  gateDecided(plugin: string, decision: GateDecision): void;
  /** An error of any kind was handled. */
  errorHandled(plugin: string, kind: ErrorKind): void;
  /** The event loop stood still; `plugin` is absent where nobody can be named. */
  loopBlocked(plugin: string | undefined, durationMs: number): void;
  /** A request of a plugin to the outside world ended. */
  requestEnded(plugin: string, outcome: RequestOutcome): void;
  /** A plugin was stopped for this long. */
  quarantined(plugin: string, durationMs: number): void;
}
