/** A plugin's code ran for so long without a pause that nobody else was served. */
export class LoopBlockedError extends Error {
  override readonly name = 'LoopBlockedError';
  readonly durationMs: number;

  /** @param frames where the main thread was meanwhile, innermost first, as lines of a stack. */
  constructor(pluginId: string, durationMs: number, frames: readonly string[]) {
    super(`The plugin "${pluginId}" blocked the event loop for ${durationMs} ms.`);
    this.durationMs = durationMs;
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
  }
}
