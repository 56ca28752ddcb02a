import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { BUILT_PAGE, PageBuild } from './page-build.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Keeps every request of the page on this machine, whatever a message links to. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const BUILDING = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta http-equiv="refresh" content="1">
<title>Building…</title>
<style>:root{color-scheme:light dark;font-family:system-ui}body{display:grid;place-items:center;height:90vh}</style>
<p role="status">Building the page…</p>
`;

/** Serves the page in which people try the bot. */
export class PageServer {
  readonly #build = new PageBuild();

  /** Tells whether an address is one of the page's. */
  isPage(path: string): boolean {
    return path === '/' || path.startsWith('/?') || path.startsWith('/assets/');
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET') return answer(response, 405, 'text/plain', 'Only GET is served here');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== '/') return serveFile(response, pathname);
    const state = this.#build.check();
    if (state === 'building') return answer(response, 200, 'text/html; charset=utf-8', BUILDING);
    if (state instanceof Error) return answer(response, 500, 'text/plain; charset=utf-8', state.message);
    return serveFile(response, '/index.html');
  }
}

async function serveFile(response: ServerResponse, pathname: string): Promise<void> {
  const path = resolve(join(BUILT_PAGE, pathname));
  const type = CONTENT_TYPES[extname(path)];
  if (!type || !path.startsWith(BUILT_PAGE + sep)) return answer(response, 404, 'text/plain', 'Not found');
  try {
    answer(response, 200, type, await readFile(path));
  } catch {
    // Whatever keeps a file from being read, the page gets nothing.
    answer(response, 404, 'text/plain', 'Not found');
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(body);
}
