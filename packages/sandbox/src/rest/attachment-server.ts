import type { ServerResponse } from 'node:http';
import { fileOfUrl } from '../state/attachment-url.ts';
import type { World } from '../state/world.ts';

/** Serves an uploaded file under its signed address; anything else is 404. */
export function serveAttachment(world: World, address: string, response: ServerResponse): void {
  const [path = '', query = ''] = address.split('?');
  const file = fileOfUrl(world, path, new URLSearchParams(query));
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  response
    .writeHead(200, {
      'Content-Type': file.contentType,
      'Content-Length': file.bytes.length,
      'Content-Disposition': `attachment; filename="${file.filename}"`,
      'X-Content-Type-Options': 'nosniff',
    })
    .end(file.bytes);
}
