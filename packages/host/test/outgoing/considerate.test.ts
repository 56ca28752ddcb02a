import { circuitBreaker, requestsPerHost, UpstreamError } from '@twi/sdk';
import { AbortError, type Got, HTTPError } from 'got';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Scope } from '../../src/lifecycle/scope.ts';
import { OutgoingHttp } from '../../src/outgoing/outgoing-http.ts';
import { silentMetrics } from '../silent-metrics.ts';
import { type WebServer, webServer } from './web-server.ts';

let answer = 200;
let server: WebServer;
let other: WebServer;
let http: Got;
beforeAll(async () => {
  server = await webServer({
    '/': (_, response) => response.writeHead(answer).end('hello'),
    '/gone': (_, response) => response.writeHead(410).end(),
    '/elsewhere': (_, response) => response.writeHead(302, { location: '/' }).end(),
    '/silent': () => {},
  });
  other = await webServer({ '/': (_, response) => response.end('hello') });
  const privatePlaces = [server, other].map(({ port }) => `127.0.0.1:${port}`);
  const scope = new Scope({ onProblem: () => {} });
  http = new OutgoingHttp({ version: '1.0.0', privatePlaces, metrics: silentMetrics })
    .clientOf('probe', scope)
    .extend({ retry: { limit: 0 } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

/** How many milliseconds some work takes. */
async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test('more requests to a host than it is allowed wait for their turn, those to another do not', async () => {
  const polite = http.extend(requestsPerHost({ requests: 2, perMs: 200 }));

  const first = await duration(() => Promise.all([polite.get(server.url), polite.get(server.url)]));
  const more = duration(() => Promise.all([1, 2, 3].map(() => polite.get(server.url))));
  const elsewhere = duration(() => polite.get(other.url));

  expect(await elsewhere).toBeLessThan(await more);
  // The bucket fills while requests run, so that the third of them waits for a little under three intervals.
  expect(await more).toBeGreaterThan(300 - first - 50);
});

test('a redirect takes a turn, too', async () => {
  const polite = http.extend(requestsPerHost({ requests: 1, perMs: 150 }));

  expect(await duration(() => polite.get(`${server.url}/elsewhere`))).toBeGreaterThanOrEqual(140);
});

test('whoever does not want to wait for a turn any more does not', async () => {
  const polite = http.extend(requestsPerHost({ requests: 1, perMs: 60_000 }));
  await polite.get(server.url);
  const wanted = new AbortController();
  const waiting = polite.get(server.url, { signal: wanted.signal });

  wanted.abort();

  await expect(waiting).rejects.toThrow('abort');
});

test('a host that fails again and again is left alone, until one request finds it well', async () => {
  const careful = http.extend(circuitBreaker({ failures: 2, pauseMs: 300 }));
  const asked = (): number => server.requests.length;
  answer = 500;
  await expect(careful.get(server.url)).rejects.toThrow(HTTPError);
  await expect(careful.get(server.url)).rejects.toThrow(HTTPError);
  const before = asked();

  await expect(careful.get(server.url)).rejects.toThrow(UpstreamError);
  expect(asked()).toBe(before);
  expect(await careful.get(other.url).text()).toBe('hello');

  await new Promise((resolve) => setTimeout(resolve, 350));
  answer = 200;
  const results = await Promise.allSettled([careful.get(server.url), careful.get(server.url)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await careful.get(server.url).text()).toBe('hello');
});

test('only what says something about the health of a host counts', async () => {
  const careful = http.extend(circuitBreaker({ failures: 1, pauseMs: 60_000 }));
  await expect(careful.get(`${server.url}/gone`)).rejects.toThrow(HTTPError);
  const wanted = new AbortController();
  const running = careful.get(`${server.url}/silent`, { signal: wanted.signal });
  wanted.abort();
  await expect(running).rejects.toThrow(AbortError);

  expect(await careful.get(server.url).text()).toBe('hello');

  await expect(careful.get(`${server.url}/silent`, { timeout: { request: 50 } })).rejects.toThrow('Timeout');
  await expect(careful.get(server.url)).rejects.toThrow(UpstreamError);
});
