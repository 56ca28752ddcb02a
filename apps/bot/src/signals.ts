/** How long a shutdown may take before the process ends anyway. An orchestrator kills after 30 s at the latest. */
const STOP_TIMEOUT_MS = 25_000;

/**
 * Stops once, in order, on SIGTERM (orchestrators), SIGINT (Ctrl+C), when a supervising parent disconnects, or when nobody
 * reads the log any more (whoever started it is gone, or a pipe ended). A second signal ends the process at once.
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
  // Without a listener each line would be an uncaught error, which is logged, and so on for ever.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => {
      if (!isStopping) handle('nobody reads the log');
    });
}
