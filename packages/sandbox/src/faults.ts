import type { Gateway } from './gateway/gateway.ts';
import type { SessionStarts } from './rest/gateway-info.ts';
import { type RequestFault, RequestFaults } from './rest/request-faults.ts';

/** Makes the local Discord misbehave on demand. */
export class Faults {
  readonly #gateway: Gateway;
  readonly #requests = new RequestFaults();
  #latencyMs = 0;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Makes the next matching requests fail. */
  failNext(fault: RequestFault): void {
    this.#requests.add(fault);
  }

  /** Delays every answer by so many milliseconds; 0 ends it. */
  latency(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  /** Cuts every gateway connection, as a network failure does. */
  dropGateway(): void {
    this.#gateway.drop();
  }

  /** Cuts each new connection to the gateway at once, until it is told otherwise. */
  refuseGateway(isRefusing: boolean): void {
    this.#gateway.isRefusing = isRefusing;
  }

  /** Leaves every gateway connection half open: it stands, but nothing passes in either direction any more. */
  freezeGateway(): void {
    this.#gateway.freeze();
  }

  /** Sends HELLO, or answers IDENTIFY and RESUME, so many milliseconds later; 0 ends it. */
  slowGateway({ helloMs = 0, loginMs = 0 }: { helloMs?: number; loginMs?: number }): void {
    this.#gateway.delays = { helloMs, loginMs };
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

  /** Sends each event twice with this probability, 0-1; 0 ends it. */
  duplicateEvents(chance: number): void {
    this.#gateway.eventFaults.duplicate(chance);
  }

  /** Turns around the order of the events that come within so many milliseconds of each other; 0 ends it. */
  reorderEvents(withinMs: number): void {
    this.#gateway.eventFaults.reorder(withinMs);
  }

  /** Takes a guild away as an outage of Discord does (its events with it), or gives it back. */
  guildOutage(guildId: string, isOut: boolean): void {
    this.#gateway.outage(guildId, isOut);
  }

  /** Sets how many sessions the bot may still start; a further one is refused. */
  limitSessionStarts(starts: SessionStarts): void {
    this.#gateway.sessionBudget.set(starts);
  }

  /** Stops (or starts again) answering heartbeats, so that the bot finds its connection dead. */
  ignoreHeartbeats(isIgnoring: boolean): void {
    this.#gateway.answersHeartbeats = !isIgnoring;
  }

  /** Ends all faults that are still pending. Guilds that are out stay out. */
  clear(): void {
    this.#requests.clear();
    this.#latencyMs = 0;
    this.#gateway.answersHeartbeats = true;
    this.#gateway.isRefusing = false;
    this.#gateway.delays = { helloMs: 0, loginMs: 0 };
    this.#gateway.eventFaults.clear();
  }

  /** The delay of answers in milliseconds. */
  get latencyMs(): number {
    return this.#latencyMs;
  }

  /** Takes the fault that a request meets, if any. */
  take(method: string, template: string): RequestFault | undefined {
    return this.#requests.take(method, template);
  }
}
