import type { HostOptions } from '../options.ts';
import { OutgoingHttp } from './outgoing-http.ts';

const HTTP_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** What plugins may open, as the operator wants it; a Discord on this machine is the sandbox, which has the attachments. */
export function createOutgoing(
  { apiUrl, cdnUrl, privatePlaces = [], resolveHost }: HostOptions,
  version: string,
): OutgoingHttp {
  const isLocal = apiUrl !== undefined && LOOPBACK.test(new URL(apiUrl).hostname);
  const places = [
    ...privatePlaces,
    ...(isLocal ? [placeOf(apiUrl)] : []),
    ...(cdnUrl ? [placeOf(cdnUrl)] : []),
  ];
  return new OutgoingHttp({ version, privatePlaces: places, resolveHost });
}

function placeOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || HTTP_PORTS[protocol]}`;
}
