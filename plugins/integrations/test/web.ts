import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the web answers to a request. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** How long it takes, in milliseconds. */
  readonly delayMs?: number;
}

/** A request that was made. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A local server that stands in for a service. */
export class Web {
  /** What is answered by path; the rest is 404. */
  readonly answers = new Map<string, (asked: Asked) => Answer>();
  readonly asked: Asked[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status = 200, headers = {}, body = '', delayMs = 0 }) =>
        setTimeout(() => response.writeHead(status, headers).end(body), delayMs),
      );
    });
  }

  static async start(): Promise<Web> {
    const web = new Web();
    await new Promise<void>((resolve) => web.#server.listen(0, '127.0.0.1', resolve));
    return web;
  }

  /** `127.0.0.1:port`. */
  get place(): string {
    const { port } = this.#server.address() as AddressInfo; // -- it listens on TCP
    return `127.0.0.1:${port}`;
  }

  get base(): string {
    return `http://${this.place}`;
  }

  /** Forgets what it answers and what it was asked. */
  reset(): void {
    this.answers.clear();
    this.asked.length = 0;
  }

  /** Answers a path with a page. */
  page(path: string, body: string, rest: Omit<Answer, 'body'> = {}): void {
    this.answers.set(path, () => ({ body, ...rest }));
  }

  /** Answers a path with JSON. */
  json(path: string, value: unknown, rest: Omit<Answer, 'body'> = {}): void {
    this.page(path, JSON.stringify(value), rest);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', this.base);
    const asked = { method: request.method ?? '', url, headers: request.headers, body: await text(request) };
    this.asked.push(asked);
    return this.answers.get(url.pathname)?.(asked) ?? { status: 404, body: 'Not found' };
  }
}
