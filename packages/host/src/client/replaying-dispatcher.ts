import { Agent, type Dispatcher } from 'undici';
import type { Received } from './answer-request.ts';

/** Gives what was received already to the first request, and sends the others. */
export class ReplayingDispatcher extends Agent {
  readonly #next: Dispatcher;
  #received: Received | undefined;

  constructor(received: Received, next: Dispatcher) {
    super();
    this.#received = received;
    this.#next = next;
  }

  override dispatch(options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    const received = this.#received;
    this.#received = undefined;
    if (!received) return this.#next.dispatch(options, handler);
    // As from the network, it comes after the request was made.
    queueMicrotask(() => replay(received, handler));
    return true;
  }
}

function replay(received: Received, handler: Dispatcher.DispatchHandlers): void {
  handler.onConnect?.(() => {});
  if ('error' in received) {
    handler.onError?.(received.error);
    return;
  }
  const { status, statusText, rawHeaders, chunks } = received;
  handler.onHeaders?.(status, [...rawHeaders], () => {}, statusText);
  for (const chunk of chunks) handler.onData?.(chunk);
  handler.onComplete?.([]);
}
