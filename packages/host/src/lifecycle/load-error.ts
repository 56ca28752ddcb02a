import type { LoadFailure, LoadStep } from '../plugin-record.ts';

/** A plugin could not be loaded; the message is a sentence that names it and, where there is one, the other party. */
export class PluginLoadError extends Error {
  override readonly name = 'PluginLoadError';
  readonly step: LoadStep;

  constructor(step: LoadStep, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.step = step;
  }
}

/**
 * Runs a step of loading a plugin.
 *
 * @throws {PluginLoadError} naming the step, whatever the step throws.
 */
export async function loadStep<T>(step: LoadStep, pluginId: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PluginLoadError ? error : failedStep(step, pluginId, error);
  }
}

/** What becomes of any error: the record of a plugin keeps it. */
export function toFailure(error: unknown, step: LoadStep, pluginId: string): LoadFailure {
  const failed = error instanceof PluginLoadError ? error : failedStep(step, pluginId, error);
  return { step: failed.step, reason: failed.message, error: failed.cause ?? failed };
}

function failedStep(step: LoadStep, pluginId: string, cause: unknown): PluginLoadError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new PluginLoadError(step, `The plugin "${pluginId}" failed at ${step}: ${message}`, { cause });
}
