export interface ProcessErrorsOptions {
  /** The plugin that a stack trace is about. */
  readonly ownerOf: (stack: string) => string | undefined;
  /** An error that a plugin let escape; the process goes on. */
  readonly onPluginError: (pluginId: string, error: unknown) => void;
  /** A promise that nobody awaited failed, somewhere else; the process goes on. */
  readonly onStrayRejection: (error: unknown) => void;
  /** The process cannot go on: code outside of plugins threw where nothing caught it, for example. */
  readonly onFatal: (error: unknown) => void;
}

/** Keeps the process alive through what plugins let escape, and finds out which plugin it was. */
export class ProcessErrors {
  readonly #options: ProcessErrorsOptions;

  constructor(options: ProcessErrorsOptions) {
    this.#options = options;
  }

  /** Returns what ends it. */
  listen(): () => void {
    const onRejection = (error: unknown): void => this.escaped(error);
    const onException = (error: unknown): void => this.#attribute(error, this.#options.onFatal);
    process.on('unhandledRejection', onRejection);
    process.on('uncaughtException', onException);
    return () => {
      process.off('unhandledRejection', onRejection);
      process.off('uncaughtException', onException);
    };
  }

  /** Deals with an error that nobody caught and that left nothing half done. */
  escaped(error: unknown): void {
    this.#attribute(error, this.#options.onStrayRejection);
  }

  /** The process cannot go on as it is. */
  fatal(error: unknown): void {
    this.#options.onFatal(error);
  }

  #attribute(error: unknown, otherwise: (error: unknown) => void): void {
    const pluginId = error instanceof Error ? this.#options.ownerOf(error.stack ?? '') : undefined;
    if (pluginId === undefined) otherwise(error);
    else this.#options.onPluginError(pluginId, error);
  }
}
