import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import type { AddressGuard } from './address-guard.ts';

/** Connections of one plugin to one host at a time, and to all hosts. */
const MAX_SOCKETS = 8;
const MAX_TOTAL_SOCKETS = 64;
const IDLE_MS = 10_000;

type Connect = http.Agent['createConnection'];

/**
 * Agents that connect to nothing but what the guard allows. The check stands where sockets are made, so redirects pass
 * it, and the addresses that were checked are those that are connected to. Proxies of the environment are not used.
 */
export class GuardedAgents {
  readonly #agents: readonly http.Agent[];
  readonly http: http.Agent;
  readonly https: https.Agent;

  constructor(guard: AddressGuard) {
    const options = {
      keepAlive: true,
      maxSockets: MAX_SOCKETS,
      maxTotalSockets: MAX_TOTAL_SOCKETS,
      timeout: IDLE_MS,
    };
    this.http = new http.Agent(options);
    this.https = new https.Agent(options);
    this.#agents = [this.http, this.https];
    for (const agent of this.#agents) agent.createConnection = guarded(agent, guard);
  }

  /** Closes the sockets that wait for another request, and those that are in use. */
  destroy(): void {
    for (const agent of this.#agents) agent.destroy();
  }
}

function guarded(agent: http.Agent, guard: AddressGuard): Connect {
  const connect = agent.createConnection.bind(agent);
  return (options, callback) => {
    const port = Number(options.port);
    try {
      guard.check(options.host ?? '', port);
    } catch (error) {
      // The agent looks at the error alone.
      callback?.(error as Error, undefined as never);
      return undefined;
    }
    return connect({ ...options, lookup: lookupThrough(guard, port) }, callback);
  };
}

function lookupThrough(guard: AddressGuard, port: number): LookupFunction {
  const lookUp = callbackify((host: string) => guard.lookUp(host, port));
  return (host, { all, family }, callback) =>
    lookUp(host, (error, found) => {
      if (error) return callback(error, '');
      const fitting = found.filter((address) => !family || address.family === Number(family));
      const [first] = fitting;
      if (all) callback(null, fitting);
      else if (first) callback(null, first.address, first.family);
      else callback(new Error(`${host} has no address of the family ${family}.`), '');
    });
}
