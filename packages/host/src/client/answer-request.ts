import { type Dispatcher, errors } from 'undici';

/** What Discord answered, or why it could not be asked. */
export type Received = ReceivedAnswer | { readonly error: Error };

export interface ReceivedAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Names and values in turn, as they arrived. */
  readonly rawHeaders: readonly Buffer[];
  readonly chunks: readonly Buffer[];
}

/** Sends a request and collects what comes back; nothing of a stream, a signal or a timer is made for it. Never rejects. */
export function requestAnswer(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
): Promise<Received> {
  return new Promise((resolve) => dispatcher.dispatch(options, new Collector(resolve)));
}

class Collector implements Dispatcher.DispatchHandlers {
  readonly #resolve: (received: Received) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #statusText = '';
  #rawHeaders: readonly Buffer[] = [];

  constructor(resolve: (received: Received) => void) {
    this.#resolve = resolve;
  }

  // undici insists on it.
  onConnect(): void {}

  onHeaders(status: number, rawHeaders: Buffer[], _resume: () => void, statusText: string): boolean {
    this.#status = status;
    this.#statusText = statusText;
    this.#rawHeaders = rawHeaders;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    this.#resolve({
      status: this.#status,
      statusText: this.#statusText,
      rawHeaders: this.#rawHeaders,
      chunks: this.#chunks,
    });
  }

  onError(error: Error): void {
    this.#resolve({ error: isTimeout(error) ? new errors.RequestAbortedError() : error });
  }
}

/** discord.js, which would have aborted the request by then, tries again after that. */
function isTimeout(error: Error): boolean {
  return error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
}
