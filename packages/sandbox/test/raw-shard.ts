import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Sandbox } from '../src/index.ts';

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly d: unknown;
}

/** A gateway connection without discord.js, for what a well-behaved client never does. */
export class RawShard implements AsyncDisposable {
  readonly names: string[] = [];
  /** Resolves with the code the server closed with. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #token: string;
  readonly #payloads: Payload[] = [];

  private constructor(socket: WebSocket, token: string) {
    this.#socket = socket;
    this.#token = token;
    this.closed = once(socket, 'close').then(([code]: number[]) => code ?? 0);
    socket.on('message', (raw: Buffer) => {
      const payload = JSON.parse(raw.toString()) as Payload;
      this.#payloads.push(payload);
      if (payload.t !== null) this.names.push(payload.t);
    });
  }

  static async connect(sandbox: Sandbox): Promise<RawShard> {
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/?v=10&encoding=json`);
    const shard = new RawShard(socket, sandbox.token);
    await once(socket, 'open');
    return shard;
  }

  identify(fields: object): void {
    this.send({ op: 2, d: { token: this.#token, intents: 0, properties: {}, shard: [0, 1], ...fields } });
  }

  send(payload: object): void {
    this.sendText(JSON.stringify(payload));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  /** Waits for an event by name. */
  event(name: string): Promise<Payload> {
    return this.#find((payload) => payload.t === name);
  }

  /** Waits for a payload by opcode. */
  opcode(op: number): Promise<Payload> {
    return this.#find((payload) => payload.op === op);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.terminate();
    await this.closed;
  }

  async #find(isWanted: (payload: Payload) => boolean): Promise<Payload> {
    for (;;) {
      const found = this.#payloads.find(isWanted);
      if (found) return found;
      await once(this.#socket, 'message', { signal: AbortSignal.timeout(3_000) });
    }
  }
}
