import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { StatementCounter } from './statement-counter.ts';

/** Stands between a process and PostgreSQL: counts the statements that it sends, and can be switched off as a server can. */
export class DatabaseProxy implements AsyncDisposable {
  /** The connection string for the process. */
  readonly url: string;
  /** Statements that were run, transactions' begins and ends among them. */
  readonly statements = new Map<string, number>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isDown = false;

  private constructor(server: Server, target: URL) {
    this.#server = server;
    const url = new URL(target);
    url.hostname = '127.0.0.1';
    // It listens on TCP, so its address is no path of a pipe.
    url.port = String((server.address() as AddressInfo).port);
    this.url = url.href;
    server.on('connection', (client) => this.#join(client, target));
  }

  /** @param url the connection string of the server itself */
  static async start(url: string): Promise<DatabaseProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new DatabaseProxy(server, new URL(url));
  }

  /** How many statements were run that a test says are of interest; all without it. */
  count(isOfInterest: (text: string) => boolean = () => true): number {
    let sum = 0;
    for (const [text, times] of this.statements) if (isOfInterest(text)) sum += times;
    return sum;
  }

  /** Breaks every connection, and each new one at once, until {@link up}. */
  down(): void {
    this.#isDown = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  up(): void {
    this.#isDown = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.down();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, { hostname, port }: URL): void {
    if (this.#isDown) {
      client.destroy();
      return;
    }
    const server = connect({ host: hostname, port: Number(port || 5_432) });
    const counter = new StatementCounter((text) => {
      this.statements.set(text, (this.statements.get(text) ?? 0) + 1);
    });
    client.on('data', (bytes) => counter.read(bytes));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      from.setNoDelay(true);
      from.pipe(to);
      // What breaks on one side is broken on the other.
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
