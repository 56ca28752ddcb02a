import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebServer, webServer } from './web-server.ts';

const run = promisify(execFile);
const CLIENT = new URL('proxy-client.ts', import.meta.url).pathname;

let proxy: WebServer;
let server: WebServer;
beforeAll(async () => {
  proxy = await webServer({});
  server = await webServer({ '/': (_, response) => response.end('straight from the server') });
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** What a process that is told to use the proxy gets from an address. */
async function askBehindProxy(url: string): Promise<string> {
  const env = {
    // oxlint-disable-next-line node/no-process-env -- handed on to a child
    ...process.env,
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: proxy.url,
    http_proxy: proxy.url,
    HTTPS_PROXY: proxy.url,
    ALL_PROXY: proxy.url,
    NO_PROXY: '',
  };
  const parameters = ['--conditions=source', CLIENT, url, `127.0.0.1:${server.port}`];
  const { stdout } = await run(process.execPath, parameters, { env });
  return stdout.trim();
}

test('a proxy of the environment is not asked, since it would connect to what it likes', async () => {
  expect(await askBehindProxy(`${server.url}/`)).toBe('straight from the server');
  expect(await askBehindProxy('http://169.254.169.254/')).toBe('UserError');
  expect(proxy.connections).toBe(0);
});
