import type { ILogger } from '@sapphire/framework';

const ignore = (): void => {};

/** A logger for tests that do not read the log. */
export const silentLogger: ILogger = {
  has: () => false,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  write: ignore,
};
