/** A site may say that nothing changes for so long, and is believed. */
const LONGEST_FRESH_MS = 21_600_000;
const LONGEST_BACK_OFF_MS = 43_200_000;
/** A site that wants to be left alone for longer is asked again then. */
const LONGEST_WAIT_MS = 172_800_000;
/** Targets that were added together are not to be read together for ever. */
const JITTER = 0.2;

/** When a target is read again, in milliseconds from now: within its interval, unless its site wants otherwise. */
export function nextAfterSuccess(
  { intervalMs, freshForMs = 0 }: { readonly intervalMs: number; readonly freshForMs?: number | undefined },
  random = Math.random(),
): number {
  const fresh = Math.min(freshForMs, LONGEST_FRESH_MS);
  return fresh > intervalMs ? fresh * (1 + random * JITTER) : intervalMs * (1 - random * JITTER);
}

/** The same when reading it failed so many times in a row: longer each time, and never sooner than its site wants. */
export function nextAfterFailure(
  {
    intervalMs,
    failures,
    waitMs = 0,
  }: { readonly intervalMs: number; readonly failures: number; readonly waitMs?: number | undefined },
  random = Math.random(),
): number {
  const doubled = Math.min(
    intervalMs * 2 ** Math.max(0, failures - 1),
    Math.max(LONGEST_BACK_OFF_MS, intervalMs),
  );
  return Math.max(doubled * (1 - random * JITTER), Math.min(waitMs, LONGEST_WAIT_MS) * (1 + random * JITTER));
}
