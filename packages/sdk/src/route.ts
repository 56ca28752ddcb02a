import type { Container } from '@sapphire/pieces';

/** What a route works with. */
export interface RouteRun {
  readonly request: Request;
  readonly container: Container;
  /** The values of `:name` parts of the path. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * An HTTP route of a plugin, for webhooks and the like. A path with a `:guildId` part belongs to that guild:
 * where the plugin is off, it answers 404.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/plugins/<id>`, beginning with a slash: `/hook/:guildId`. */
  readonly path: string;
  run(run: RouteRun): Response | Promise<Response>;
}

/** Declares a route. */
export function defineRoute(route: Route): Route {
  return route;
}
