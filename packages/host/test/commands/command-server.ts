import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { REST } from 'discord.js';

/** A command as the server keeps it. */
interface StoredCommand {
  readonly name: string;
  readonly type?: number;
}

/** How the server answers once instead of doing what it is asked. */
export interface Fault {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether it does what it was asked all the same, as when only the answer is lost. */
  readonly applied?: boolean;
}

const PATH = /^\/api\/v10\/applications\/\d+(?:\/guilds\/(?<guild>\d+))?\/commands$/;

/** Discord's command endpoints, and nothing else of Discord: keeps lists, records requests, fails on demand. */
export class CommandServer {
  /** Every PUT in order, by scope ('0': global). */
  readonly puts: string[] = [];
  readonly lists = new Map<string, readonly StoredCommand[]>();
  readonly faults: Fault[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<CommandServer> {
    const server = createServer();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    return new CommandServer(server);
  }

  /** discord.js's own REST client, speaking to this server. */
  rest(options: Partial<ConstructorParameters<typeof REST>[0]> = {}): REST {
    const { port } = this.#server.address() as AddressInfo; // -- it listens on TCP
    const api = `http://127.0.0.1:${port}/api`;
    return new REST({ api, globalRequestsPerSecond: 1_000_000, retries: 0, ...options }).setToken('token');
  }

  names(scope: string): string[] {
    return (this.lists.get(scope) ?? []).map(({ name }) => name).toSorted();
  }

  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const scope = PATH.exec(request.url ?? '')?.groups?.['guild'] ?? '0';
    const body = await text(request);
    if (request.method === 'GET') return send(response, 200, this.lists.get(scope) ?? []);
    this.puts.push(scope);
    const fault = this.faults.shift();
    if (!fault || fault.applied) this.lists.set(scope, JSON.parse(body));
    if (fault) return send(response, fault.status, fault.body ?? { code: 0, message: 'fault' });
    return send(response, 200, this.lists.get(scope));
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const retryAfter =
    status === 429 && typeof body === 'object' && body !== null && 'retry_after' in body
      ? { 'retry-after': String(body.retry_after) }
      : {};
  response.writeHead(status, { 'content-type': 'application/json', ...retryAfter }).end(JSON.stringify(body));
}
