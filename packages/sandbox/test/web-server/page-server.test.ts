import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/index.ts';
import type { Sandbox } from '../../src/index.ts';

const BUILD_TIMEOUT_MS = 25_000;
const RETRY_MS = 200;

let sandbox: Sandbox;
let page: Response;
let html: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  page = await builtPage();
  html = await page.text();
});
afterAll(() => sandbox.close());

/** Reloads, as the page that says "building" does, until the page itself is there. */
async function builtPage(): Promise<Response> {
  const deadline = Date.now() + BUILD_TIMEOUT_MS;
  for (;;) {
    const response = await fetch(`${sandbox.url}/`);
    const isBuilding = (await response.clone().text()).includes('Building the page');
    if (!isBuilding) return response;
    if (Date.now() > deadline) throw new Error('The page was not built in time');
    await delay(RETRY_MS);
  }
}

function statusFor(headers: Record<string, string>, path = '/', method = 'GET'): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const { port } = new URL(sandbox.url);
  request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
    response.resume();
    resolve(response.statusCode);
  })
    .on('error', reject)
    .end();
  return promise;
}

test('the page is served without a build step', () => {
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(html).toContain('<div id="app">');
});

test('everything that the page is made of comes from the sandbox', async () => {
  const addresses = Array.from(html.matchAll(/(?:src|href)="(\/[^"]+)"/g), ([, address]) => address ?? '');

  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) {
    const response = await fetch(sandbox.url + address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/(?:css|javascript)/);
  }
  expect(html).not.toMatch(/(?:src|href)="https?:/);
});

test('a policy keeps requests of the page on this machine', () => {
  const policy = page.headers.get('content-security-policy');

  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('requests under another name, or from a page of another site, are refused', async () => {
  expect(await statusFor({ Host: 'example.com' })).toBe(403);
  expect(await statusFor({ Origin: 'https://example.com' })).toBe(403);
});

test('nothing outside the page is served', async () => {
  expect(await statusFor({}, '/assets/../../../../package.json')).toBe(404);
  expect(await statusFor({}, '/assets/%2e%2e/%2e%2e/%2e%2e/package.json')).toBe(404);
  expect(await statusFor({}, '/assets/nothing.js')).toBe(404);
});

test('the page is only read', async () => {
  expect(await statusFor({}, '/', 'POST')).toBe(405);
});
