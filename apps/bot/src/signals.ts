/** How long a shutdown may take before the process ends anyway. An orchestrator kills after 30 s at the latest. */
const STOP_TIMEOUT_MS = 25_000;

/**
 * Stops once, in order, on SIGTERM (orchestrators), SIGINT (Ctrl+C) or when a supervising parent disconnects.
 * A second signal ends the process at once.
 */
export function stopOnSignals(stop: (reason: string) => Promise<void>): void {
  let isStopping = false;
  const handle = (reason: string): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    stop(reason).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, handle);
  process.on('disconnect', () => handle('the supervisor is gone'));
}
