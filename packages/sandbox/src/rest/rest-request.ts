import type { ReceivedFile } from '../actions/attachments.ts';
import type { Actor } from '../actions/audit-log.ts';
import type { World } from '../state/world.ts';

/** One REST request with everything a resource needs to answer it. */
export class RestRequest {
  readonly world: World;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly ReceivedFile[];
  /** The decoded `X-Audit-Log-Reason`. */
  readonly reason: string | undefined;
  readonly #params: Readonly<Record<string, string | undefined>>;

  constructor(options: {
    world: World;
    params: Readonly<Record<string, string | undefined>>;
    query: Readonly<Record<string, string>>;
    body: unknown;
    files: readonly ReceivedFile[];
    reason: string | undefined;
  }) {
    this.world = options.world;
    this.query = options.query;
    this.body = options.body;
    this.files = options.files;
    this.reason = options.reason;
    this.#params = options.params;
  }

  /** The bot as the one who acts. */
  get actor(): Actor {
    return { userId: this.world.botId, reason: this.reason };
  }

  /** A part of the path that the route's template names; `fixed` is what a template without it stands for. */
  param(name: string, fixed?: string): string {
    const value = this.#params[name] ?? fixed;
    if (value === undefined) throw new TypeError(`The route has no {${name}}`);
    return value;
  }

  /** The JSON body; its shape was checked by the rules before the resource was called. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the resource names the shape that the rules have checked
  json<T>(): T {
    // -- validateRequest has compared it with Discord's description of this route
    return (this.body ?? {}) as T;
  }

  /** A number of the query, kept within Discord's range. */
  limit(fallback: number, maximum: number): number {
    const given = Number(this.query['limit'] ?? fallback);
    return Number.isInteger(given) ? Math.min(Math.max(given, 1), maximum) : fallback;
  }
}
