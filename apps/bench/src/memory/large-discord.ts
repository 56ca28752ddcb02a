import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { BOT_ID, guildCreate, guildIdOf, messageCreate } from './sent-guilds.ts';

/** An event that bots wait for, after which nothing comes that was asked for. */
export const END_EVENT = 'BENCH_END';
const HEARTBEAT_INTERVAL_MS = 41_250;
/** Above this many unsent bytes the flood of guilds waits for the bot to read. */
const MOST_UNSENT = 4_000_000;

interface LargeDiscordOptions {
  readonly guilds: number;
  /** Whether the members of guilds are sent, as to bots with the intent for presences; else the bot alone. */
  readonly hasMembers: boolean;
}

/**
 * A Discord with more in it than the sandbox could hold: it makes up each guild when it sends it. It knows the bot, and
 * answers whatever else it is asked as if there were nothing.
 */
export class LargeDiscord implements AsyncDisposable {
  readonly #http: Server;
  readonly #options: LargeDiscordOptions;
  #bot: WebSocket | undefined;
  #sequence = 0;

  private constructor(http: Server, options: LargeDiscordOptions) {
    this.#http = http;
    this.#options = options;
    http.on('request', (request, response) => this.#answer(request, response));
    new WebSocketServer({ server: http }).on('connection', (socket) => this.#join(socket));
  }

  static async start(options: LargeDiscordOptions): Promise<LargeDiscord> {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new LargeDiscord(http, options);
  }

  get apiUrl(): string {
    return `http://${this.#host}/api`;
  }

  /** Lets somebody write in each guild. */
  async writeEverywhere(): Promise<void> {
    for (let guild = 0; guild < this.#options.guilds; guild += 1)
      await this.#dispatch(GatewayDispatchEvents.MessageCreate, messageCreate(guild));
    await this.#dispatch(END_EVENT, {});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#bot?.terminate();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  get #host(): string {
    // It listens on TCP, so its address is no path of a pipe.
    return `127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  #answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
    const answer = url.endsWith('/gateway/bot')
      ? {
          url: `ws://${this.#host}`,
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
        }
      : url.endsWith('/applications/@me')
        ? { id: BOT_ID, name: 'bench', description: '', flags: 0x8d_000 }
        : method === 'GET'
          ? []
          : {};
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #join(socket: WebSocket): void {
    this.#bot = socket;
    this.#sequence = 0;
    this.#send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
    socket.on('message', (data: Buffer) => {
      const { op } = JSON.parse(data.toString()) as { readonly op: GatewayOpcodes }; // -- what the bot's library sends
      if (op === GatewayOpcodes.Heartbeat) this.#send({ op: GatewayOpcodes.HeartbeatAck });
      if (op === GatewayOpcodes.Identify) void this.#welcome();
    });
  }

  async #welcome(): Promise<void> {
    await this.#dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      user: { id: BOT_ID, username: 'bench', discriminator: '0', avatar: null, bot: true, flags: 0 },
      guilds: Array.from({ length: this.#options.guilds }, (_, guild) => ({
        id: guildIdOf(guild),
        unavailable: true,
      })),
      session_id: 'bench',
      resume_gateway_url: `ws://${this.#host}`,
      shard: [0, 1],
      application: { id: BOT_ID, flags: 0 },
    });
    for (let guild = 0; guild < this.#options.guilds; guild += 1)
      await this.#dispatch(GatewayDispatchEvents.GuildCreate, guildCreate(guild, this.#options));
  }

  async #dispatch(event: string, data: object): Promise<void> {
    this.#sequence += 1;
    this.#send({ op: GatewayOpcodes.Dispatch, t: event, s: this.#sequence, d: data });
    while ((this.#bot?.bufferedAmount ?? 0) > MOST_UNSENT) await setImmediate();
  }

  #send(payload: object): void {
    this.#bot?.send(JSON.stringify(payload));
  }
}
