import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isFromLoopback } from './is-from-loopback.ts';

const LOOPBACK = '127.0.0.1';
/** Longer than clients keep idle connections, so that no request meets a connection that is being closed. */
const KEEP_ALIVE_MS = 60_000;

/**
 * An HTTP server that only this machine reaches: it listens nowhere else, and refuses what a web page of another site has a
 * browser of this machine send, also under a name that leads here.
 */
export class LoopbackServer {
  readonly server: Server;

  constructor(handle: RequestListener) {
    this.server = createServer((request, response) =>
      isFromLoopback(request) ? handle(request, response) : refuse(response),
    );
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
  }

  /** Starts to listen and returns the origin. @throws Error EADDRINUSE for a port that is taken */
  async listen(port: number): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.server.once('error', reject);
    this.server.listen(port, LOOPBACK, resolve);
    await promise;
    // -- a listening TCP server has an address with a port
    return `http://${LOOPBACK}:${(this.server.address() as AddressInfo).port}`;
  }

  /** Stops listening and ends all connections, idle or not. */
  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(() => resolve());
    this.server.closeAllConnections();
    await promise;
  }
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { 'Content-Type': 'application/json', Connection: 'close' })
    .end('{"error":"Only this machine is let in"}');
}
