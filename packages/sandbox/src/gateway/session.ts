import type { WebSocket } from 'ws';

/** How many events a session keeps for a client that resumes; older ones are lost, as on Discord after a while. */
const MAXIMUM_REPLAY = 5_000;

/** The rendered data of an event, or how to render it again where keeping it would cost too much memory. */
type EventData = string | (() => string);

/** One logged-in shard: its sequence, and what it must be sent again after a lost connection. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** Unix milliseconds at which the connection was lost; undefined while it stands. */
  lostAt: number | undefined;
  #socket: WebSocket | undefined;
  #sequence = 0;
  #replay: { sequence: number; event: string; data: EventData }[] = [];

  constructor(options: { id: string; intents: number; shard: readonly [number, number]; socket: WebSocket }) {
    this.id = options.id;
    this.intents = options.intents;
    this.shard = options.shard;
    this.#socket = options.socket;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  /** Sends an event, or keeps it for the resume while the client is away. */
  dispatch(event: string, data: EventData): void {
    const sequence = ++this.#sequence;
    this.#replay.push({ sequence, event, data });
    if (this.#replay.length > MAXIMUM_REPLAY * 2) this.#replay = this.#replay.slice(-MAXIMUM_REPLAY);
    this.#send(sequence, event, data);
  }

  /** Forgets events that the client has confirmed with a heartbeat. */
  confirm(sequence: number): void {
    const first = this.#replay[0]?.sequence;
    if (first !== undefined && sequence >= first) this.#replay.splice(0, sequence - first + 1);
  }

  /** Tells whether everything after `sequence` is still known. */
  canResumeFrom(sequence: number): boolean {
    const first = this.#replay[0]?.sequence ?? this.#sequence + 1;
    return sequence <= this.#sequence && sequence >= first - 1;
  }

  /** Takes a new connection and sends what the client missed. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    this.lostAt = undefined;
    for (const entry of this.#replay) {
      if (entry.sequence > sequence) this.#send(entry.sequence, entry.event, entry.data);
    }
  }

  /** Notes that the connection is gone; events are kept from here on. */
  lose(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    this.lostAt = Date.now();
  }

  #send(sequence: number, event: string, data: EventData): void {
    if (!this.#socket) return;
    const json = typeof data === 'string' ? data : data();
    this.#socket.send(`{"t":"${event}","s":${sequence},"op":0,"d":${json}}`);
  }
}
