import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startSandbox } from '../src/index.ts';
import type { Sandbox } from '../src/index.ts';

/** What a browser says for a page of another site, and for one whose name was made to lead to this machine. */
const STRANGERS = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1.evil.example' },
  { host: 'evil.example' },
  { host: 'localhost.evil.example:3210', origin: 'http://localhost.evil.example:3210' },
];
const PATHS = ['/', '/assets/index.js', '/control/state', '/api/v10/gateway', '/attachments/1/2/a.png'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const sent = request(sandbox.url + path, { headers, method }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

describe.each(STRANGERS)('a page with the headers %j', (headers) => {
  test.each(PATHS)('gets nothing at %s', async (path) => {
    expect(await statusOf(path, headers)).toBe(403);
  });

  test.each(['/control/interactions', '/api/v10/interactions/1/token/callback'])(
    'does nothing at %s',
    async (path) => {
      expect(await statusOf(path, headers, 'POST')).toBe(403);
    },
  );

  test.each(['/', '/?v=10&encoding=json', '/control/live'])('opens no WebSocket at %s', async (path) => {
    const socket = new WebSocket(sandbox.url.replace('http', 'ws') + path, { headers });

    const [error] = (await once(socket, 'error')) as [Error];

    expect(error.message).toContain('403');
  });
});

test('no answer lets the script of another site read it', async () => {
  const answer = await fetch(`${sandbox.url}/api/v10/gateway`, { headers: { origin: sandbox.url } });

  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('this machine is let in, under each of its names', async () => {
  const { port } = new URL(sandbox.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
    expect(await statusOf('/api/v10/gateway', { host })).toBe(200);
});
