import http from 'node:http';
import https from 'node:https';
import type { Options } from 'got';
import { ConnectionRefusal } from './connection-refusal.ts';
import type { GuardedAgents } from './guarded-agents.ts';

/** How a request reaches the network, also each redirect: through the agents, and no longer than until `signal`. */
export function requestThrough(agents: GuardedAgents, signal: AbortSignal): NonNullable<Options['request']> {
  return (url, options, callback) => {
    if (url.username || url.password || options.auth) throw new ConnectionRefusal('with-password', url.host);
    if (options.socketPath) throw new ConnectionRefusal('not-http', options.socketPath);
    const isSecure = url.protocol === 'https:';
    const { createConnection: _connect, lookup: _lookup, ...rest } = options;
    const request = { ...rest, agent: isSecure ? agents.https : agents.http, signal };
    return (isSecure ? https : http).request(url, request, callback);
  };
}
