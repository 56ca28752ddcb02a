import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { ProxiedConnection } from './proxied-connection.ts';
import { type Refusal, renderRefusal } from './refusal.ts';

/** Stands between a process and PostgreSQL: counts the statements that it sends, and can fail as a server can. */
export class DatabaseProxy implements AsyncDisposable {
  /** The connection string for the process. */
  readonly url: string;
  /** Statements that were run, transactions' begins and ends among them. */
  readonly statements = new Map<string, number>();
  readonly #server: Server;
  readonly #target: URL;
  readonly #connections = new Set<ProxiedConnection>();
  #refusal: Refusal | 'down' | undefined;
  #delayMs = 0;

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    const url = new URL(target);
    url.hostname = '127.0.0.1';
    // It listens on TCP, so its address is no path of a pipe.
    url.port = String((server.address() as AddressInfo).port);
    this.url = url.href;
    server.on('connection', (client) => this.#join(client));
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
    this.#refusal = 'down';
    this.#break();
  }

  /** Breaks every connection, as a server that is started again does, and says to each new one why it is not let in. */
  refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#break();
  }

  /** Takes so much longer for each statement, in milliseconds; not for opening a connection. */
  slow(delayMs: number): void {
    this.#delayMs = delayMs;
  }

  /** Everything works again. */
  up(): void {
    this.#refusal = undefined;
    this.#delayMs = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.down();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #break(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  #join(client: Socket): void {
    if (this.#refusal === 'down') {
      client.destroy();
      return;
    }
    if (this.#refusal !== undefined) {
      refuseOne(client, this.#refusal);
      return;
    }
    const { hostname, port } = this.#target;
    const connection = new ProxiedConnection({
      client,
      server: connect({ host: hostname, port: Number(port || 5_432) }),
      delayMs: () => this.#delayMs,
      onStatement: (text) => {
        this.statements.set(text, (this.statements.get(text) ?? 0) + 1);
      },
    });
    this.#connections.add(connection);
    client.on('close', () => this.#connections.delete(connection));
  }
}

function refuseOne(client: Socket, refusal: Refusal): void {
  client.on('error', () => client.destroy());
  client.once('data', () => client.end(renderRefusal(refusal)));
}
