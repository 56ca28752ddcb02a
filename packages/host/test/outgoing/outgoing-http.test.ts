import type { LookupAddress } from 'node:dns';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { AddressRefusedError, ResponseTooLargeError } from '@twi/sdk';
import { AbortError, type Got, HTTPError, RequestError, TimeoutError } from 'got';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Scope } from '../../src/lifecycle/scope.ts';
import { OutgoingHttp, type OutgoingOptions } from '../../src/outgoing/outgoing-http.ts';
import { type WebServer, webServer } from './web-server.ts';

const MEBIBYTE = 1_048_576;
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

/** Sends so many bytes, or all that anybody takes. */
function bytes(amount: number): RequestListener {
  return (_, response) => {
    let left = amount;
    const more = (): void => {
      while (left > 0 && response.writable) {
        const chunk = Buffer.alloc(Math.min(left, 65_536), 'x');
        left -= chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      if (left <= 0) response.end();
    };
    more();
  };
}

const redirect =
  (to: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location: to }).end();

let failures = 0;
/** Fails twice, then works. */
const unsteady: RequestListener = (_, response) => {
  failures += 1;
  if (failures > 2) response.end('at last');
  else response.writeHead(503, { 'retry-after': '0' }).end();
};

const encoded =
  (body: Buffer): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);

let server: WebServer;
let hidden: WebServer;
const scopes: Scope[] = [];
const outcomes: string[] = [];
const metrics = {
  requestEnded: (plugin: string, outcome: string) => void outcomes.push(`${plugin} ${outcome}`),
};

beforeAll(async () => {
  hidden = await webServer({ '/': (_, response) => response.end('secret') });
  server = await webServer({
    '/': (request, response) => response.end(`hello ${request.headers['user-agent']}`),
    '/json': (_, response) => response.end('{"works":true}'),
    '/page': redirect('/'),
    '/to-hidden': redirect(hidden.url),
    '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-password': (request, response) =>
      redirect(`http://user:secret@${request.headers.host}/`)(request, response),
    '/for-ever': redirect('/for-ever'),
    '/endless': bytes(Number.MAX_SAFE_INTEGER),
    '/endless-redirect': (request, response) => {
      response.writeHead(302, { location: '/' });
      bytes(Number.MAX_SAFE_INTEGER)(request, response);
    },
    '/endless-error': (request, response) => {
      response.writeHead(404);
      bytes(Number.MAX_SAFE_INTEGER)(request, response);
    },
    '/announced': (_, response) => {
      response.writeHead(200, { 'content-length': String(20 * MEBIBYTE) });
      response.write('x');
    },
    '/2-mebibytes': bytes(2 * MEBIBYTE),
    '/bomb': encoded(gzipSync(Buffer.alloc(64 * MEBIBYTE))),
    '/cookie-bomb': (request, response) => {
      response.setHeader('set-cookie', 'a=b');
      encoded(gzipSync(Buffer.alloc(64 * MEBIBYTE)))(request, response);
    },
    '/broken-gzip': encoded(gzipSync('a text that is cut').subarray(0, 20)),
    '/truncated': (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('only this', () => response.destroy());
    },
    '/silent': () => {},
    '/drip': (_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(drip));
    },
    '/unsteady': unsteady,
    '/patience': (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
    '/broken': (_, response) => response.writeHead(500).end(),
  });
});
afterEach(async () => {
  failures = 0;
  outcomes.length = 0;
  for (const scope of scopes.splice(0)) await scope.dispose();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await hidden[Symbol.asyncDispose]();
});

/** A plugin's client; unless said otherwise, only the one server may be opened. */
function client(options: Partial<OutgoingOptions> = {}): { readonly http: Got; readonly scope: Scope } {
  const scope = new Scope({ onProblem: () => {} });
  scopes.push(scope);
  const privatePlaces = [`127.0.0.1:${server.port}`];
  const http = new OutgoingHttp({ version: '1.2.3', privatePlaces, metrics, ...options }).clientOf(
    'probe',
    scope,
  );
  return { http: http.extend({ prefixUrl: server.url, retry: { limit: 0 } }), scope };
}

/** A client that opens nothing of this machine. */
function stranger(options: Partial<OutgoingOptions> = {}): Got {
  return client({ privatePlaces: [], ...options }).http.extend({ prefixUrl: '' });
}

async function errorOf(request: PromiseLike<unknown>): Promise<Error> {
  return request.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );
}

describe('a request', () => {
  test('says who asks, and follows redirects', async () => {
    expect(await client().http.get('page').text()).toBe('hello TwiBotShard/1.2.3 (Discord bot)');
  });

  test('reads JSON', async () => {
    expect(await client().http.get('json').json()).toEqual({ works: true });
  });

  test('fails with got’s own errors', async () => {
    const error = await errorOf(client().http.get('nowhere'));

    expect(error).toBeInstanceOf(HTTPError);
    expect((error as HTTPError).response.body).toBe('Nothing here.');
  });

  test('uses a connection again', async () => {
    const { http } = client();
    const before = server.connections;
    await http.get('json');
    await http.get('json');
    await http.get('page');

    expect(server.connections - before).toBe(1);
  });

  test('gives up on redirects that do not end', async () => {
    expect(await errorOf(client().http.get('for-ever'))).toMatchObject({ code: 'ERR_TOO_MANY_REDIRECTS' });
  });

  test('gives up on a server that says nothing, or never enough', async () => {
    const { http } = client();
    const options = { timeout: { request: 200 } };

    expect(await errorOf(http.get('silent', options))).toBeInstanceOf(TimeoutError);
    expect(await errorOf(http.get('drip', options))).toBeInstanceOf(TimeoutError);
  });

  test('fails where the answer is cut', async () => {
    const { http } = client();

    expect(await errorOf(http.get('truncated'))).toBeInstanceOf(RequestError);
    expect(await errorOf(http.get('broken-gzip'))).toBeInstanceOf(RequestError);
  });

  test('is made again when the service was away for a moment, unless that could do something twice', async () => {
    const http = client().http.extend({ retry: { limit: 2 } });

    expect(await http.get('unsteady').text()).toBe('at last');
    failures = 0;
    expect(await errorOf(http.post('unsteady'))).toBeInstanceOf(HTTPError);
    expect(failures).toBe(1);
  });

  test('waits a little less each time than a whole step, and not for hours', async () => {
    const http = client().http.extend({ retry: { limit: 2 } });
    const before = server.requests.length;
    const waits: number[] = [];
    const start = performance.now();
    const hooks = { beforeRetry: [() => void waits.push(performance.now() - start)] };

    expect(await errorOf(http.get('patience', { hooks }))).toBeInstanceOf(HTTPError);
    expect(server.requests.length - before).toBe(1);
    expect(await errorOf(http.get('broken', { hooks, retry: { limit: 1 } }))).toBeInstanceOf(HTTPError);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
  });

  test('ends when its plugin is unloaded, and so does what comes later', async () => {
    const { http, scope } = client();
    const running = errorOf(http.get('silent'));
    await expect.poll(() => server.requests.at(-1)?.url).toBe('/silent');

    await scope.dispose();

    expect(await running).toBeInstanceOf(AbortError);
    expect(await errorOf(http.get('json'))).toBeInstanceOf(AbortError);
  });

  test('ends when whoever asked for it does not want it any more', async () => {
    const wanted = new AbortController();
    const running = errorOf(client().http.get('drip', { signal: wanted.signal }));
    wanted.abort();

    expect(await running).toBeInstanceOf(AbortError);
  });
});

test('how requests end is counted, those of streams too', async () => {
  const { http, scope } = client();
  const short = { timeout: { request: 100 } };
  await http.get('json').json();
  await http.stream.get('json').toArray();
  for (const path of ['nowhere', 'endless', 'to-hidden', 'truncated']) await errorOf(http.get(path));
  await errorOf(http.get('silent', short));
  await errorOf(http.stream.get('endless').toArray());
  const running = errorOf(http.get('silent'));
  await scope.dispose();
  await running;

  expect(outcomes).toEqual(
    [
      'success',
      'success',
      'http-error',
      'too-large',
      'refused',
      'failed',
      'timeout',
      'too-large',
      'aborted',
    ].map((outcome) => `probe ${outcome}`),
  );
});

describe('the size of an answer', () => {
  test('is bounded by default', async () => {
    const error = await errorOf(client().http.get('endless'));

    expect(error).toBeInstanceOf(ResponseTooLargeError);
    expect(error).toMatchObject({ service: `127.0.0.1:${server.port}`, maxBytes: 10 * MEBIBYTE });
  });

  test('is bounded by what the request allows', async () => {
    const { http } = client();

    expect(await errorOf(http.get('2-mebibytes', { context: { maxBytes: MEBIBYTE } }))).toMatchObject({
      maxBytes: MEBIBYTE,
    });
    const { rawBody } = await http.get('2-mebibytes', { context: { maxBytes: 2 * MEBIBYTE } });
    expect(rawBody).toHaveLength(2 * MEBIBYTE);
  });

  test.each(['announced', 'bomb', 'cookie-bomb', 'endless-error'])(
    'counts after decompression, whatever the answer (%s)',
    async (path) => {
      const { http } = client();
      const cookieJar = { getCookieString: () => Promise.resolve(''), setCookie: () => Promise.resolve() };

      expect(await errorOf(http.get(path, { cookieJar }))).toBeInstanceOf(ResponseTooLargeError);
    },
  );

  test('does not matter where it only led elsewhere, and what is left of it ends', async () => {
    const { http } = client({ version: 'redirected' });

    expect(await http.get('endless-redirect').text()).toContain('redirected');
    const [{ socket } = { socket: undefined }] = server.requests.filter(
      ({ url }) => url === '/endless-redirect',
    );
    await expect.poll(() => socket?.destroyed).toBe(true);
  });

  test.each(['endless', 'bomb', 'announced'])('is bounded in streams (%s)', async (path) => {
    const stream = client().http.stream.get(path);
    let taken = 0;
    const error = await errorOf(
      (async () => {
        for await (const chunk of stream) taken += (chunk as Buffer).length;
      })(),
    );

    expect(error).toMatchObject({ cause: expect.any(ResponseTooLargeError) });
    expect(taken).toBeLessThanOrEqual(11 * MEBIBYTE);
  });

  test('does not matter for a stream that failed', async () => {
    const stream = client().http.stream.get('endless-error');

    expect(await errorOf(stream.toArray())).toBeInstanceOf(HTTPError);
  });
});

describe('an address', () => {
  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://LOCALHOST.',
    'http://any.localhost',
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://0',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[64:ff9b::7f00:1]',
    'http://169.254.169.254',
    'http://127。0。0。1',
  ])('that leads to this machine or its network is refused (%s)', async (origin) => {
    const before = hidden.requests.length;
    const error = await errorOf(stranger().get(`${origin}:${hidden.port}/`));

    expect(error).toBeInstanceOf(AddressRefusedError);
    expect(error).toMatchObject({ identifier: 'core.private-address' });
    expect(hidden.requests).toHaveLength(before);
  });

  test('is refused over https too', async () => {
    const error = await errorOf(stranger().get(`https://127.0.0.1:${hidden.port}/`));

    expect(error).toBeInstanceOf(AddressRefusedError);
  });

  test.each([
    ['to-hidden', 'core.private-address'],
    ['to-metadata', 'core.private-address'],
    ['to-file', 'core.not-http'],
  ])('that a redirect leads to is looked at as well (%s)', async (path, identifier) => {
    const before = hidden.requests.length;

    expect(await errorOf(client().http.get(path))).toMatchObject({ identifier });
    expect(hidden.requests).toHaveLength(before);
  });

  test('loses the password that a redirect puts into it', async () => {
    expect(await client().http.get('to-password').text()).toContain('hello');
    expect(server.requests.at(-1)?.headers.authorization).toBeUndefined();
  });

  test('is refused where its name leads there', async () => {
    const http = stranger({ resolveHost: () => Promise.resolve([LOOPBACK]) });

    expect(await errorOf(http.get(`http://public.example:${hidden.port}/`))).toMatchObject({
      identifier: 'core.private-address',
    });
  });

  test('is connected to as it was checked, though its name leads elsewhere a moment later', async () => {
    const answers: LookupAddress[] = [{ address: '192.0.2.1', family: 4 }];
    let asked = 0;
    const resolveHost = () => {
      asked += 1;
      return Promise.resolve([answers.shift() ?? LOOPBACK]);
    };
    const http = stranger({ resolveHost }).extend({ retry: { limit: 1, statusCodes: [], errorCodes: [] } });
    const before = hidden.requests.length;

    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await errorOf(http.get(`http://rebinding.example:${hidden.port}/`))).toBeInstanceOf(
        AddressRefusedError,
      );
    expect(asked).toBe(3);
    expect(hidden.requests).toHaveLength(before);
  });

  test('of several is not used where it is private', async () => {
    const looked: LookupAddress[] = [{ address: '10.0.0.1', family: 4 }, LOOPBACK];
    const http = client({ resolveHost: () => Promise.resolve(looked) }).http.extend({ prefixUrl: '' });

    expect(await http.get(`http://mixed.example:${server.port}/json`).json()).toEqual({ works: true });
  });

  test.each([
    ['ftp://example.com/file', 'core.not-http'],
    ['file:///etc/passwd', 'core.not-http'],
    ['javascript:alert(1)', 'core.not-http'],
    ['unix:/var/run/docker.sock:/containers/json', 'core.not-http'],
    ['http://unix:/var/run/docker.sock:/containers/json', 'core.not-http'],
    ['https://user@example.com/', 'core.with-password'],
    ['https://user:secret@example.com/', 'core.with-password'],
    ['what', 'core.no-address'],
    ['https://', 'core.no-address'],
  ])('must be one of the web, without secrets (%s)', async (address, identifier) => {
    const error = await errorOf(stranger().get(address));

    expect(error).toBeInstanceOf(AddressRefusedError);
    expect(error).toMatchObject({ identifier });
    expect(error.message).not.toContain('secret');
  });

  test('is refused with the name of the option that it was typed into', async () => {
    const error = await errorOf(stranger().get('http://10.0.0.1/', { context: { option: 'link' } }));

    expect(error.message).toMatch(/^link: /);
    expect(error).toMatchObject({
      context: { phrase: { key: 'core:addresses.in-option', values: { option: 'link' } } },
    });
  });

  test('is refused in streams', async () => {
    const stream = stranger().stream.get(hidden.url);

    expect(await errorOf(stream.toArray())).toBeInstanceOf(AddressRefusedError);
  });

  test('is refused whatever the options of the request say', async () => {
    const options = {
      dnsLookup: (
        _host: string,
        _options: object,
        found: (error: null, address: string, family: 4) => void,
      ) => found(null, '127.0.0.1', 4),
      agent: { http: false as const },
      enableUnixSockets: true,
    };
    const http = stranger({ resolveHost: () => Promise.resolve([LOOPBACK]) });

    expect(
      await errorOf(http.get(`http://public.example:${hidden.port}/`, options as object)),
    ).toBeInstanceOf(AddressRefusedError);
    expect(await errorOf(http.get('http://unix:/var/run/docker.sock:/', options as object))).toBeInstanceOf(
      Error,
    );
  });

  test('of another port than the one that is allowed is refused', async () => {
    expect(await errorOf(client().http.extend({ prefixUrl: '' }).get(hidden.url))).toBeInstanceOf(
      AddressRefusedError,
    );
  });

  test('may be allowed by name', async () => {
    const { http } = client({
      privatePlaces: [`Feeds.internal:${hidden.port}`],
      resolveHost: () => Promise.resolve([LOOPBACK]),
    });

    expect(await http.extend({ prefixUrl: '' }).get(`http://feeds.internal:${hidden.port}/`).text()).toBe(
      'secret',
    );
  });
});

test.each(['127.0.0.1', 'http://127.0.0.1:80', ':80', '127.0.0.1:', '10.0.0.0/8:80'])(
  'a place that is none (%s) is named',
  (place) => {
    expect(() => client({ privatePlaces: [place] })).toThrow(place);
  },
);
