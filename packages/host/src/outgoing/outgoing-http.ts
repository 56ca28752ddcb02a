import got, { type Got } from 'got';
import type { Metrics } from '../dispatch/metrics.ts';
import type { Scope } from '../lifecycle/scope.ts';
import { AddressGuard, resolveBySystem, type ResolveHost } from './address-guard.ts';
import { boundedRequests } from './bounded-requests.ts';
import { explainRefusal } from './explain-refusal.ts';
import { GuardedAgents } from './guarded-agents.ts';
import { PrivatePlaces } from './private-places.ts';
import type { RequestOutcome } from './request-outcome.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** From the first byte to the last, redirects included; each retry has as long again. */
const REQUEST_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const MAX_RETRIES = 2;
/** A service that wants more patience than this is not asked again. */
const MAX_RETRY_AFTER_MS = 10_000;
const MAX_BACKOFF_MS = 5_000;

export interface OutgoingOptions {
  /** Of the bot. */
  readonly version: string;
  /** Places in private networks that may be opened, such as `127.0.0.1:8080`. */
  readonly privatePlaces: readonly string[];
  /** Finds the addresses of hosts. Default: the operating system does. */
  readonly resolveHost?: ResolveHost | undefined;
  readonly metrics: Pick<Metrics, 'requestEnded'>;
}

/** Makes the HTTP clients with which plugins ask the outside world. */
export class OutgoingHttp {
  readonly #guard: AddressGuard;
  readonly #userAgent: string;
  readonly #metrics: OutgoingOptions['metrics'];

  constructor({ version, privatePlaces, metrics, resolveHost = resolveBySystem }: OutgoingOptions) {
    this.#metrics = metrics;
    this.#guard = new AddressGuard({ places: new PrivatePlaces(privatePlaces), resolve: resolveHost });
    this.#userAgent = `TwiBotShard/${version} (Discord bot)`;
  }

  /** The client of one plugin; its requests end with `scope`. */
  clientOf(plugin: string, scope: Scope): Got {
    const agents = new GuardedAgents(this.#guard);
    const unloaded = new AbortController();
    scope.defer('ending requests', () => {
      unloaded.abort();
      agents.destroy();
    });
    const ended = (outcome: RequestOutcome): void => this.#metrics.requestEnded(plugin, outcome);
    return got.extend({
      headers: { 'user-agent': this.#userAgent },
      timeout: {
        lookup: CONNECT_TIMEOUT_MS,
        connect: CONNECT_TIMEOUT_MS,
        secureConnect: CONNECT_TIMEOUT_MS,
        request: REQUEST_TIMEOUT_MS,
      },
      // Else got refuses sockets in the file system in words of its own.
      enableUnixSockets: true,
      maxRedirects: MAX_REDIRECTS,
      retry: {
        limit: MAX_RETRIES,
        maxRetryAfter: MAX_RETRY_AFTER_MS,
        backoffLimit: MAX_BACKOFF_MS,
        noise: 0,
        calculateDelay: ({ computedValue, retryAfter }) =>
          retryAfter === undefined ? withJitter(computedValue) : computedValue,
      },
      handlers: [boundedRequests({ agents, unloaded: unloaded.signal, ended })],
      hooks: { beforeError: [explainRefusal] },
    });
  }
}

/** Between half of it and all of it, so that those who were turned away together do not come back together. */
function withJitter(ms: number): number {
  return ms * (0.5 + Math.random() / 2);
}
