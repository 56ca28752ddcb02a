import { attachmentUrl, fileOfPath } from '../state/attachment-url.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** Addresses of attachments expire; this is how a bot gets fresh ones for those that it kept. */
export const attachmentRoutes: readonly Route[] = [
  { method: 'POST', template: '/attachments/refresh-urls', handle: refresh },
];

/** One answer for each address, in order; an address of a file that is not there any more stays without a fresh one. */
function refresh(request: RestRequest): object {
  const { attachment_urls: urls } = request.json<{ attachment_urls: readonly string[] }>();
  return { refreshed_urls: urls.map((original) => ({ original, refreshed: freshUrl(request, original) })) };
}

function freshUrl({ world }: RestRequest, original: string): string | undefined {
  const url = URL.canParse(original) ? new URL(original) : undefined;
  const file = url?.origin === world.origin ? fileOfPath(world, url.pathname) : undefined;
  return file && attachmentUrl(world, file);
}
