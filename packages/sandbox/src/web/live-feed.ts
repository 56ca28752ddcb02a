import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { World } from '../state/world.ts';
import { Viewer } from './viewer.ts';

/** How long changes are gathered before pages are told. */
const GATHER_MS = 20;
/** How often pages are told what no event announces, such as a bot that went away. */
const REFRESH_MS = 2_000;
const MAXIMUM_MESSAGES = 1_000;
const MAXIMUM_FRAME_BYTES = 4_096;

const lookFrame = z.strictObject({
  as: z.string(),
  channel: z.string().optional(),
  limit: z.int().min(1).max(MAXIMUM_MESSAGES).optional(),
});

/** Tells open pages what the person who looks would see change, over a WebSocket at `/control/live`. */
export class LiveFeed {
  readonly #world: World;
  readonly #isBotOnline: () => boolean;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAXIMUM_FRAME_BYTES });
  readonly #viewers = new Set<Viewer>();
  #gathering: NodeJS.Timeout | undefined;
  #refreshing: NodeJS.Timeout | undefined;

  constructor(world: World, { isBotOnline }: { isBotOnline: () => boolean }) {
    this.#world = world;
    this.#isBotOnline = isBotOnline;
    this.#server.on('connection', (socket: WebSocket) => this.#serve(socket));
  }

  /** Takes over a connection that asked for the feed. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) =>
      this.#server.emit('connection', opened, request),
    );
  }

  /** Something may have changed; costs nothing while no page is open. */
  touch(): void {
    if (this.#viewers.size === 0) return;
    this.#gathering ??= setTimeout(() => this.#update(), GATHER_MS);
  }

  /** Ends all connections at once. */
  close(): void {
    clearTimeout(this.#gathering);
    clearInterval(this.#refreshing);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #serve(socket: WebSocket): void {
    const viewer = new Viewer(this.#world, socket);
    this.#viewers.add(viewer);
    this.#refreshing ??= setInterval(() => this.touch(), REFRESH_MS);
    socket.on('message', (data) => this.#look(viewer, data));
    // A broken frame closes the connection; the page opens another.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#forget(viewer));
  }

  #look(viewer: Viewer, data: RawData): void {
    const look = lookFrame.safeParse(parse(data));
    if (look.success) viewer.look(look.data, this.#isBotOnline());
    else viewer.refuse(z.prettifyError(look.error));
  }

  #forget(viewer: Viewer): void {
    this.#viewers.delete(viewer);
    if (this.#viewers.size > 0) return;
    clearInterval(this.#refreshing);
    this.#refreshing = undefined;
  }

  #update(): void {
    this.#gathering = undefined;
    const isBotOnline = this.#isBotOnline();
    for (const viewer of this.#viewers) viewer.update(isBotOnline);
  }
}

function parse(data: RawData): unknown {
  try {
    // -- ws hands frames over as one buffer unless it is told otherwise
    return JSON.parse((data as Buffer).toString());
  } catch {
    // What is no JSON is refused as every other frame of the wrong shape.
    return undefined;
  }
}
