import type { Container } from '@sapphire/pieces';
import { type Plugin, type Route, UpstreamError, UserError } from '@twi/sdk';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Gate } from '../gate/gate.ts';

const MAX_BODY_BYTES = 1_048_576;

export interface PluginRoutesOptions {
  readonly gate: Pick<Gate, 'decide'>;
  readonly dispatcher: Pick<Dispatcher, 'attempt'>;
  readonly container: Container;
}

/** The HTTP routes of the plugins that are loaded, each below `/plugins/<id>`. */
export class PluginRoutes {
  readonly #options: PluginRoutesOptions;
  readonly #apps = new Map<string, Hono>();

  constructor(options: PluginRoutesOptions) {
    this.#options = options;
  }

  /** @throws {TypeError} when a path does not begin with a slash. */
  add(plugin: Plugin): void {
    const routes = Object.entries(plugin.routes ?? {});
    if (routes.length === 0) return;
    const app = new Hono().basePath(`/plugins/${plugin.id}`);
    app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseBody }));
    app.onError((error, context) => refuse(context, error));
    for (const [name, route] of routes) {
      if (!route.path.startsWith('/'))
        throw new TypeError(
          `The path "${route.path}" of the route ${plugin.id}/${name} must begin with "/".`,
        );
      app.on(route.method, [route.path], (context) => this.#run({ plugin, name, route, context }));
    }
    this.#apps.set(plugin.id, app);
  }

  remove(pluginId: string): void {
    this.#apps.delete(pluginId);
  }

  /** Answers a request below `/plugins/<id>`; 404 when no loaded plugin has such a route. */
  async handle(pluginId: string, request: Request): Promise<Response> {
    const app = this.#apps.get(pluginId);
    return app ? app.fetch(request) : new Response('404 Not Found', { status: 404 });
  }

  async #run({
    plugin,
    name,
    route,
    context,
  }: {
    readonly plugin: Plugin;
    readonly name: string;
    readonly route: Route;
    readonly context: Context;
  }): Promise<Response> {
    const params: Record<string, string> = context.req.param();
    const guildId = params['guildId'];
    const decision = this.#options.gate.decide(plugin.id, guildId);
    if (decision === 'quarantined') return context.json({ error: 'The plugin is stopped at present.' }, 503);
    if (decision !== 'open') return context.notFound();

    const { container, dispatcher } = this.#options;
    const outcome = await dispatcher.attempt({ plugin: plugin.id, kind: 'route', name, guildId }, () =>
      route.run({ request: context.req.raw, container, params }),
    );
    return outcome.ok ? outcome.value : refuse(context, outcome.error);
  }
}

/** The error was dealt with by the dispatcher; whoever asked learns no more of it than they can act on. */
function refuse(context: Context, error: unknown): Response {
  if (error instanceof UserError) return context.json({ error: error.message }, 400);
  if (error instanceof UpstreamError)
    return context.json({ error: `${error.service} is not answering.` }, 502);
  return context.json({ error: 'Something went wrong.' }, 500);
}

function refuseBody(context: Context): Response {
  return context.json({ error: 'The body is larger than 1 MiB.' }, 413);
}
