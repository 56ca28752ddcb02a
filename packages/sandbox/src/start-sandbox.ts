import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { watchPolls } from './actions/polls.ts';
import { ControlServer } from './control/control-server.ts';
import { isFromLoopback } from './is-from-loopback.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { LoopbackServer } from './loopback-server.ts';
import { serveAttachment } from './rest/attachment-server.ts';
import { gatewayRoutes } from './rest/gateway-info.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { RequestLog } from './rest/request-log.ts';
import { RestServer } from './rest/rest-server.ts';
import { ROUTES } from './rest/routes.ts';
import { validateRequest } from './rules/validate-request.ts';
import { Sandbox } from './sandbox.ts';
import { loadWorld } from './scene/load-world.ts';
import type { World } from './state/world.ts';
import { StateFile } from './state/state-file.ts';
import { LiveFeed } from './web/live-feed.ts';
import { PageServer } from './web/page-server.ts';

const DEFAULT_MAX_CONCURRENCY = 16;
const DEFAULT_DEADLINE_MS = 3_000;
const DEFAULT_RECORD = 10_000;
/** Discord's own interval. */
const HEARTBEAT_INTERVAL_MS = 41_250;

/** How a sandbox is started. */
export interface SandboxOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** JSON file that keeps the state over restarts; without it nothing is kept. */
  readonly statePath?: string;
  /** What exists at the start where no saved state does; `demo` by default. */
  readonly scene?: 'demo' | 'empty';
  /** How many shards may identify within five seconds, 16 by default. */
  readonly maxConcurrency?: number;
  /** Whether requests are counted and refused with 429, true by default. */
  readonly rateLimits?: boolean;
  /** Whether requests are checked as Discord checks them, true by default. */
  readonly validate?: boolean;
  /** Milliseconds in which the bot has to acknowledge an interaction, 3,000 by default. */
  readonly interactionDeadlineMs?: number;
  /** How many requests are recorded, 10,000 by default. */
  readonly record?: number;
  /** Milliseconds between heartbeats that the gateway asks for, 41,250 by default. */
  readonly heartbeatIntervalMs?: number;
  /** For how many milliseconds an address of an attachment works, 24 hours by default. */
  readonly attachmentLifetimeMs?: number;
  /** Which privileged intents (bits) the application may ask for, all by default. */
  readonly privilegedIntents?: number;
}

/**
 * Starts a local Discord on the loopback address.
 *
 * @throws Error for a port that is taken or a file that holds no saved state
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const file = options.statePath === undefined ? undefined : new StateFile(options.statePath);
  const world = makeWorld(options, file);
  const maxConcurrency = options.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY;
  const http = new LoopbackServer((request, response) => void handle(request, response));
  const heartbeatIntervalMs = options.heartbeatIntervalMs ?? HEARTBEAT_INTERVAL_MS;
  const gateway = new Gateway({ world, server: http.server, maxConcurrency, heartbeatIntervalMs });
  if (file) saveOnChange(world, file);
  const live = new LiveFeed(world, { isBotOnline: () => gateway.sessions.some(({ socket }) => socket) });
  serveLive(http.server, world, live);
  const page = new PageServer();
  const faults = new Faults(gateway);
  const log = new RequestLog(options.record ?? DEFAULT_RECORD);
  const control = new ControlServer({ world, faults, log });
  const rest = new RestServer({
    world,
    faults,
    log,
    routes: [...ROUTES, ...gatewayRoutes(maxConcurrency, () => gateway.sessionBudget.starts)],
    rateLimits: options.rateLimits === false ? undefined : new RateLimits(),
    validate: options.validate === false ? undefined : validateRequest,
  });

  function handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    const { url = '/' } = request;
    if (url.startsWith('/attachments/')) return serveAttachment(world, url, response);
    if (page.isPage(url)) return page.handle(request, response);
    const server = url.startsWith('/control/') ? control : rest;
    const answered = server.handle(request, response);
    return answered.then(() => noteChange(request.method !== 'GET'));
  }

  const stopPolls = watchPolls(world);

  function noteChange(isWorthSaving: boolean): void {
    live.touch();
    if (isWorthSaving) file?.schedule(world.state);
  }

  async function close(): Promise<void> {
    stopPolls();
    gateway.close();
    live.close();
    await http.close();
    file?.save(world.state);
  }

  world.origin = await http.listen(options.port ?? 0);
  return new Sandbox({ world, gateway, faults, log, onChange: () => noteChange(true), close });
}

function makeWorld(options: SandboxOptions, file: StateFile | undefined): World {
  const world = loadWorld(options.scene ?? 'demo', file?.load());
  world.interactionDeadlineMs = options.interactionDeadlineMs ?? DEFAULT_DEADLINE_MS;
  const { application } = world.state;
  application.privilegedIntents = options.privilegedIntents ?? application.privilegedIntents;
  world.attachmentLifetimeMs = options.attachmentLifetimeMs ?? world.attachmentLifetimeMs;
  return world;
}

/** Saves after whatever the bot is told of; what it does itself is saved with its requests. */
function saveOnChange(world: World, file: StateFile): void {
  const { emit } = world;
  world.emit = (event, data, guildId) => {
    emit(event, data, guildId);
    file.schedule(world.state);
  };
}

/** Takes the connections of pages, before the gateway takes all others, and tells them what happens. Turns away pages of other sites. */
function serveLive(server: Server, world: World, live: LiveFeed): void {
  const { emit } = world;
  world.emit = (event, data, guildId) => {
    emit(event, data, guildId);
    live.touch();
  };
  const others = server.listeners('upgrade');
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request, socket, head) => {
    if (!isFromLoopback(request)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else if (request.url?.startsWith('/control/live')) live.accept(request, socket, head);
    else for (const other of others) other.call(server, request, socket, head);
  });
}
