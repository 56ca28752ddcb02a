import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StatementCounter } from './statement-counter.ts';

/** A password on its way, by which a connection is opened: no statement. */
const PASSWORD_MESSAGE = 'p'.codePointAt(0);

interface ConnectionParts {
  readonly client: Socket;
  readonly server: Socket;
  readonly onStatement: (text: string) => void;
  /** How long what a client asks is held back, in milliseconds. */
  readonly delayMs: () => number;
}

/** Leads a connection to a server, and breaks on one side where it breaks on the other. */
export class ProxiedConnection {
  readonly #parts: ConnectionParts;
  #isOpened = false;
  /** What is held back goes on in the order in which it came. */
  #before: Promise<void> = Promise.resolve();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { client, server, onStatement } = parts;
    const counter = new StatementCounter(onStatement);
    client.on('data', (bytes: Buffer) => {
      counter.read(bytes);
      this.#forward(bytes);
    });
    client.on('end', () => void this.#before.then(() => server.end()));
    server.pipe(client);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }

  destroy(): void {
    this.#parts.client.destroy();
    this.#parts.server.destroy();
  }

  #forward(bytes: Buffer): void {
    const dueAt = performance.now() + this.#delayOf(bytes);
    this.#before = this.#forwardAfter(this.#before, bytes, dueAt);
  }

  async #forwardAfter(before: Promise<void>, bytes: Buffer, dueAt: number): Promise<void> {
    await before;
    const leftMs = dueAt - performance.now();
    if (leftMs > 0) await sleep(leftMs);
    this.#parts.server.write(bytes);
  }

  /** What the driver writes at once is one statement; the first thing that it writes and the password are none. */
  #delayOf(bytes: Buffer): number {
    const isOpening = !this.#isOpened || bytes[0] === PASSWORD_MESSAGE;
    this.#isOpened = true;
    return isOpening ? 0 : this.#parts.delayMs();
  }
}
