import type { Metrics } from '../src/dispatch/metrics.ts';

const ignore = (): void => {};

/** Metrics for tests that do not look at them. */
export const silentMetrics: Metrics = {
  runFinished: ignore,
  gateDecided: ignore,
  errorHandled: ignore,
  loopBlocked: ignore,
  requestEnded: ignore,
  quarantined: ignore,
};
