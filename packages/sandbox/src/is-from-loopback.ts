import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Tells whether a request was addressed to this machine and, where a web page sent it, came from one served by this machine. */
export function isFromLoopback(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!host || !isLoopback(`http://${host}`)) return false;
  return origin === undefined || isLoopback(origin);
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && LOOPBACK_NAMES.has(new URL(address).hostname);
}
