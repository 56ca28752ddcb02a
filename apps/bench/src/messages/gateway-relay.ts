import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Sandbox } from '@twi/sandbox';
import { WholeFrames } from './whole-frames.ts';

/**
 * Stands between a bot and the sandbox, and sends the bot frames of its own: a sandbox that lets members write costs more
 * than a bot that reads, so it would be the sandbox that is measured.
 */
export class GatewayRelay implements AsyncDisposable {
  readonly #server: Server;
  readonly #sandbox: URL;
  readonly #sockets = new Set<Socket>();
  /** The gateway connections of the bots that are connected, by shard. */
  readonly #bots = new Map<number, Socket>();

  private constructor(server: Server, sandbox: URL) {
    this.#server = server;
    this.#sandbox = sandbox;
    server.on('request', (request, response) => this.#pass(request, response));
    server.on('upgrade', (request, socket: Socket) => this.#join(request, socket));
  }

  static async start(sandbox: Sandbox): Promise<GatewayRelay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new GatewayRelay(server, new URL(sandbox.url));
  }

  /** What the bot takes as `rest.api`. */
  get apiUrl(): string {
    return `http://${this.#host}/api`;
  }

  get #host(): string {
    // It listens on TCP, so its address is no path of a pipe.
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sends whole frames to the bot that runs a shard, as fast as it takes them. */
  async pour(frames: Iterable<Buffer>, shardId = 0): Promise<void> {
    const bot = this.#bots.get(shardId);
    if (!bot) throw new Error(`No bot is connected to the gateway as shard ${shardId}.`);
    for (const chunk of frames) if (!bot.write(chunk)) await once(bot, 'drain');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Answers like the sandbox, except for where the gateway is. */
  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '/', headers } = request;
    const passed = ask(new URL(url, this.#sandbox), { method, headers }, (answer) => {
      if (!url.endsWith('/gateway/bot')) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      void this.#answerWithOwnAddress(answer, response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  }

  async #answerWithOwnAddress(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(answer);
    response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
    response.end(body.replace(this.#sandbox.host, this.#host));
  }

  /** Passes the bytes of the gateway on as they are. */
  #join({ method, url, rawHeaders }: IncomingMessage, bot: Socket): void {
    const sandbox = connect(Number(this.#sandbox.port), this.#sandbox.hostname);
    const lines = Array.from({ length: rawHeaders.length / 2 }, (_, index) =>
      rawHeaders.slice(index * 2, index * 2 + 2).join(': '),
    );
    sandbox.write(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
    bot.setNoDelay(true).pipe(sandbox.setNoDelay(true));
    sandbox.pipe(new WholeFrames((shardId) => this.#bots.set(shardId, bot))).pipe(bot);
    for (const [from, to] of [
      [bot, sandbox],
      [sandbox, bot],
    ] as const) {
      this.#sockets.add(from);
      // What breaks on one side is broken on the other.
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        for (const [shardId, socket] of this.#bots) if (socket === from) this.#bots.delete(shardId);
        to.destroy();
      });
    }
  }
}
