import { setTimeout as sleep } from 'node:timers/promises';
import type { ExtendOptions, OptionsInit } from 'got';

/** Hosts whose turn is over are forgotten when so many are remembered. */
const MAX_HOSTS = 1_000;

export interface HostRate {
  /** How many requests may begin at once, and again in each span of `perMs`; from 1. */
  readonly requests: number;
  /** In milliseconds, from 1. */
  readonly perMs: number;
}

/**
 * What a client is extended with to be polite: more requests to one host wait for their turn. Redirects and retries take
 * a turn each. It counts what goes through the clients that it is given to, in this process.
 *
 * @example
 * const http = context.http.extend(requestsPerHost({ requests: 5, perMs: 1_000 }));
 */
export function requestsPerHost({ requests, perMs }: HostRate): ExtendOptions & OptionsInit {
  const turns = new Turns(perMs / requests, requests);
  return {
    hooks: {
      beforeRequest: [
        async ({ url, signal }) => {
          const waitMs = turns.take(url instanceof URL ? url.host : '', performance.now());
          if (waitMs > 0) await sleep(waitMs, undefined, signal ? { signal } : {});
        },
      ],
    },
  };
}

/** A token bucket per host, kept as the time at which it would be full again. */
class Turns {
  readonly #intervalMs: number;
  readonly #burst: number;
  readonly #fullAt = new Map<string, number>();

  constructor(intervalMs: number, burst: number) {
    this.#intervalMs = intervalMs;
    this.#burst = burst;
  }

  /** Takes the next turn, and tells how long it is until then. */
  take(host: string, now: number): number {
    if (this.#fullAt.size >= MAX_HOSTS) this.#forget(now);
    const fullAt = Math.max(this.#fullAt.get(host) ?? now, now) + this.#intervalMs;
    this.#fullAt.set(host, fullAt);
    return fullAt - this.#burst * this.#intervalMs - now;
  }

  #forget(now: number): void {
    for (const [host, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(host);
  }
}
