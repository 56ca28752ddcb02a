import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { checkReadiness, type HealthChecks } from './health.ts';
import type { PluginRoutes } from './plugin-routes.ts';
import type { PrometheusMetrics } from './prometheus-metrics.ts';

/** A proxy that exposes the plugins' routes to the world runs on the same machine or in the same pod. */
const HOSTNAME = '127.0.0.1';

export interface HttpServerOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly metrics: Pick<PrometheusMetrics, 'contentType' | 'text'>;
  readonly health: HealthChecks;
  readonly routes: Pick<PluginRoutes, 'handle'>;
}

/** `/healthz`, `/readyz`, `/metrics`, and the plugins' routes. */
export class HttpServer {
  readonly #server: ServerType;

  private constructor(server: ServerType) {
    this.#server = server;
  }

  /** @throws {Error} when the port is taken. */
  static async start(options: HttpServerOptions): Promise<HttpServer> {
    const server = createAdaptorServer({ fetch: createApp(options).fetch });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(options.port, HOSTNAME, resolve);
    await promise;
    server.off('error', reject);
    return new HttpServer(server);
  }

  get port(): number {
    // It listens on TCP, so its address is no path of a pipe.
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no more requests, and cuts off those that take longer than `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    const connections = 'closeAllConnections' in this.#server ? this.#server : undefined;
    connections?.closeIdleConnections();
    const timer = setTimeout(() => connections?.closeAllConnections(), graceMs);
    await promise;
    clearTimeout(timer);
  }
}

function createApp({ metrics, health, routes }: HttpServerOptions): Hono {
  const app = new Hono();
  // Whoever gets this answer knows that the process lives and its event loop turns.
  app.get('/healthz', (context) =>
    context.json({ status: 'ok', uptimeSeconds: Math.round(process.uptime()) }),
  );
  app.get('/readyz', async (context) => {
    const readiness = await checkReadiness(health);
    return context.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  app.all('/plugins/:id/*', (context) => routes.handle(context.req.param('id'), context.req.raw));
  return app;
}
