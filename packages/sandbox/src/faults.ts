import type { Gateway } from './gateway/gateway.ts';

/** Which requests fail next, and how. */
export interface RequestFault {
  /** Only requests of this method; all by default. */
  readonly method?: string;
  /** Only requests of this route, as Discord's documentation writes it; all by default. */
  readonly template?: string;
  /** Whether the request is carried out all the same, and only its answer is lost. */
  readonly afterwards?: boolean;
  /** HTTP status of the answer, 400-599. */
  readonly status: number;
  /** How many requests fail, 1 by default. */
  readonly times?: number;
  /** For 429: how long the bot is told to wait, 1,000 by default. */
  readonly retryAfterMs?: number;
  /** Answer in place of Discord's usual one for the status. */
  readonly body?: object;
}

/** Makes the local Discord misbehave on demand. */
export class Faults {
  readonly #gateway: Gateway;
  #pending: { fault: RequestFault; left: number }[] = [];
  #latencyMs = 0;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Makes the next matching requests fail. */
  failNext(fault: RequestFault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** Delays every answer by so many milliseconds; 0 ends it. */
  latency(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  /** Cuts every gateway connection, as a network failure does. */
  dropGateway(): void {
    this.#gateway.drop();
  }

  /** Declares every session invalid (op 9). */
  invalidateSession(isResumable: boolean): void {
    this.#gateway.invalidateSessions(isResumable);
  }

  /** Asks every session to reconnect (op 7). */
  requestReconnect(): void {
    this.#gateway.requestReconnect();
  }

  /** Sends the next event of a name twice. */
  duplicateNext(event: string): void {
    this.#gateway.eventFaults.duplicateNext(event);
  }

  /** Sends the next event of a name so many milliseconds later. */
  delayNext(event: string, delayMs: number): void {
    this.#gateway.eventFaults.delayNext(event, delayMs);
  }

  /** Stops (or starts again) answering heartbeats, so that the bot finds its connection dead. */
  ignoreHeartbeats(isIgnoring: boolean): void {
    this.#gateway.answersHeartbeats = !isIgnoring;
  }

  /** Ends all faults that are still pending. */
  clear(): void {
    this.#pending = [];
    this.#latencyMs = 0;
    this.#gateway.answersHeartbeats = true;
    this.#gateway.eventFaults.clear();
  }

  /** The delay of answers in milliseconds. */
  get latencyMs(): number {
    return this.#latencyMs;
  }

  /** Takes the fault that a request meets, if any. */
  take(method: string, template: string): RequestFault | undefined {
    if (this.#pending.length === 0) return undefined;
    const index = this.#pending.findIndex(
      ({ fault }) => (fault.method ?? method) === method && (fault.template ?? template) === template,
    );
    const found = this.#pending[index];
    if (found && --found.left <= 0) this.#pending.splice(index, 1);
    return found?.fault;
  }
}
