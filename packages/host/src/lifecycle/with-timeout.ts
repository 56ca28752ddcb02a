/** Work of a plugin took longer than the host waits. */
class LoadTimeoutError extends Error {
  override readonly name = 'LoadTimeoutError';
}

/**
 * What the work resolves to, if it does so in `ms` milliseconds. Work that is late goes on unobserved: JavaScript
 * cannot stop it.
 *
 * @throws {LoadTimeoutError} when the time is over first.
 */
export async function withTimeout<T>(
  work: T | PromiseLike<T>,
  { ms, what }: { readonly ms: number; readonly what: string },
): Promise<T> {
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new LoadTimeoutError(`${what} took longer than ${ms / 1_000} s.`)),
    ms,
  );
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
