import type { HostOptions } from '../options.ts';
import { OutgoingHttp, type OutgoingOptions } from './outgoing-http.ts';

const HTTP_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
const THIS_MACHINE: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

type Choices = Pick<HostOptions, 'apiUrl' | 'cdnUrl' | 'privatePlaces' | 'resolveHost'>;

/** What plugins may open, as the operator wants it. */
export function createOutgoing(
  options: Choices,
  parts: Pick<OutgoingOptions, 'metrics' | 'version'>,
): OutgoingHttp {
  const { apiUrl, cdnUrl, privatePlaces = [], resolveHost } = options;
  const places = [...privatePlaces, ...sandboxPlaces(apiUrl), ...(cdnUrl ? [placeOf(new URL(cdnUrl))] : [])];
  return new OutgoingHttp({ ...parts, privatePlaces: places, resolveHost });
}

/** A Discord on this machine is the sandbox, which has its attachments there too, by whichever name. */
function sandboxPlaces(apiUrl: string | undefined): string[] {
  const url = apiUrl === undefined ? undefined : new URL(apiUrl);
  if (!url || !THIS_MACHINE.includes(url.hostname)) return [];
  return THIS_MACHINE.map((host) => `${host}:${portOf(url)}`);
}

function placeOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}

function portOf({ port, protocol }: URL): string | undefined {
  return port || HTTP_PORTS[protocol];
}
