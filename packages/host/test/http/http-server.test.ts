import { once } from 'node:events';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { text as read } from 'node:stream/consumers';
import { container } from '@sapphire/framework';
import { defineRoute, definePlugin, type Plugin, UpstreamError, UserError } from '@twi/sdk';
import { RESTEvents, REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryPoint } from '../../src/entry-point.ts';
import type { GateDecision } from '../../src/gate/gate-decision.ts';
import type { HealthChecks } from '../../src/http/health.ts';
import { HttpServer } from '../../src/http/http-server.ts';
import { PluginRoutes } from '../../src/http/plugin-routes.ts';
import { PrometheusMetrics } from '../../src/http/prometheus-metrics.ts';

const GUILD = '600000000000000001';
const OTHER_GUILD = '600000000000000002';

let server: HttpServer;
let metrics: PrometheusMetrics;
let routes: PluginRoutes;
let health: { -readonly [Check in keyof HealthChecks]: HealthChecks[Check] };
let decisions: Map<string, GateDecision>;
let entries: EntryPoint[];

async function get(path: string, init?: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { status: response.status, text: await response.text() };
}

beforeEach(async () => {
  decisions = new Map();
  entries = [];
  health = { database: async () => 1, isGatewayReady: () => true, isStarted: () => true };
  metrics = new PrometheusMetrics();
  routes = new PluginRoutes({
    gate: { decide: (plugin, guildId) => decisions.get(`${plugin}@${guildId ?? ''}`) ?? 'open' },
    dispatcher: {
      async attempt(entry, work) {
        entries.push(entry);
        try {
          return { ok: true, value: await work() };
        } catch (error) {
          return { ok: false, error };
        }
      },
    },
    container,
  });
  server = await HttpServer.start({
    port: 0,
    metrics,
    routes,
    health: {
      database: () => health.database(),
      isGatewayReady: () => health.isGatewayReady(),
      isStarted: () => health.isStarted(),
    },
  });
});
afterEach(() => server.stop(1_000));

describe('/healthz', () => {
  test('answers while the process lives', async () => {
    const { status, text } = await get('/healthz');

    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ status: 'ok' });
  });
});

describe('/readyz', () => {
  test('says yes when everything is right', async () => {
    const { status, text } = await get('/readyz');

    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      ready: true,
      checks: { database: 'ok', gateway: 'ok', startup: 'ok' },
    });
  });

  test('names each reason, but not the address of the database', async () => {
    health = {
      database: async () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')),
      isGatewayReady: () => false,
      isStarted: () => false,
    };

    const { status, text } = await get('/readyz');

    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      ready: false,
      checks: {
        database: 'not reachable',
        gateway: 'not every shard is connected',
        startup: 'still starting',
      },
    });
  });

  test('does not wait for a database that hangs', async () => {
    health.database = () => new Promise(() => {});

    const { status, text } = await get('/readyz');

    expect(status).toBe(503);
    expect(text).toContain('no answer within');
  });
});

describe('/metrics', () => {
  test('tells of interactions, other runs, errors and stops', async () => {
    metrics.runFinished({ plugin: 'music', kind: 'chat-input', name: 'play' }, 'success', 120);
    metrics.runFinished({ plugin: 'music', kind: 'listener', name: 'music/join' }, 'failed', 5);
    metrics.errorHandled('music', 'bug');
    metrics.loopBlocked('music', 1_500);
    metrics.loopBlocked(undefined, 500);
    metrics.quarantined('music');

    const { text } = await get('/metrics');

    expect(text).toContain(
      'twi_interaction_duration_seconds_sum{plugin="music",command="play",kind="chat-input",outcome="success"} 0.12',
    );
    expect(text).toContain('twi_runs_total{plugin="music",kind="listener",outcome="failed"} 1');
    expect(text).not.toContain('command="music/join"');
    expect(text).toContain('twi_errors_total{plugin="music",kind="bug"} 1');
    expect(text).toContain('twi_event_loop_blocked_seconds_total{plugin="music"} 1.5');
    expect(text).toContain('twi_event_loop_blocked_seconds_total{plugin="unknown"} 0.5');
    expect(text).toContain('twi_quarantines_total{plugin="music"} 1');
  });

  test('counts the decisions of the gate, also when asked twice', async () => {
    metrics.gateDecided('music', 'open');
    metrics.gateDecided('music', 'open');
    metrics.gateDecided('music', 'disabled');
    await get('/metrics');

    const { text } = await get('/metrics');

    expect(text).toContain('twi_gate_decisions_total{plugin="music",decision="open"} 2');
    expect(text).toContain('twi_gate_decisions_total{plugin="music",decision="disabled"} 1');
  });

  test('reads the database, caches, jobs and shards when it is asked', async () => {
    let hits = 3;
    metrics.observe({
      pool: () => ({ size: 10, total: 4, idle: 1, waiting: 2 }),
      caches: () => [{ name: 'core.guilds', size: 1, hits, misses: 1, evictions: 0 }],
      jobs: async () => [{ name: 'music/stop', waiting: 5, active: 1, failed: 0 }],
      shards: () => [
        { id: 0, isReady: true, pingMs: 40 },
        { id: 1, isReady: false, pingMs: -1 },
      ],
      guilds: () => 12,
    });
    await get('/metrics');
    hits = 4;

    const { text } = await get('/metrics');

    expect(text).toContain('twi_database_connections{state="busy"} 3');
    expect(text).toContain('twi_database_connections{state="waiting"} 2');
    expect(text).toContain('twi_cache_events_total{cache="core.guilds",event="hit"} 4');
    expect(text).toContain('twi_jobs{job="music/stop",state="waiting"} 5');
    expect(text).toContain('twi_shard_ready{shard="1"} 0');
    expect(text).toContain('twi_shard_latency_seconds{shard="0"} 0.04');
    expect(text).not.toContain('twi_shard_latency_seconds{shard="1"}');
    expect(text).toContain('twi_guilds 12');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('counts the requests of discord.js', async () => {
    const rest = new REST({ api: `http://127.0.0.1:${server.port}`, version: '10' }).setToken('token');
    metrics.observeRest(rest);
    expect(rest.listenerCount(RESTEvents.RateLimited)).toBe(1);

    await rest.get('/users/@me').catch(() => {});

    const { text } = await get('/metrics');
    expect(text).toContain('twi_discord_requests_total{method="GET",status="404"} 1');
  });
});

describe('a route of a plugin', () => {
  const hook = definePlugin({
    id: 'hook',
    title: 'Hook',
    description: 'Takes webhooks.',
    routes: {
      echo: defineRoute({
        method: 'POST',
        path: '/echo/:word',
        run: async ({ request, params }) => new Response(`${params['word']} ${await request.text()}`),
      }),
      guild: defineRoute({
        method: 'GET',
        path: '/guilds/:guildId',
        run: ({ params }) => Response.json({ guild: params['guildId'] }),
      }),
      fail: defineRoute({
        method: 'GET',
        path: '/fail/:how',
        run({ params }) {
          if (params['how'] === 'refusal')
            throw new UserError({ identifier: 'hook.no', message: 'The signature is missing.' });
          if (params['how'] === 'upstream') throw new UpstreamError('AO3', 'secret detail');
          throw new Error('secret detail');
        },
      }),
    },
  });

  test('answers while the plugin is loaded, as an entry of the plugin', async () => {
    routes.add(hook);

    const answer = await get('/plugins/hook/echo/hello', { method: 'POST', body: 'world' });

    expect(answer).toEqual({ status: 200, text: 'hello world' });
    expect(entries).toEqual([{ plugin: 'hook', kind: 'route', name: 'echo', guildId: undefined }]);
  });

  test('is gone once the plugin is unloaded, and back once it is loaded again', async () => {
    routes.add(hook);
    routes.remove('hook');
    expect(await get(`/plugins/hook/guilds/${GUILD}`)).toMatchObject({ status: 404 });

    routes.add(hook);

    expect(await get(`/plugins/hook/guilds/${GUILD}`)).toMatchObject({ status: 200 });
  });

  test('is not there in a guild that has the plugin off', async () => {
    routes.add(hook);
    decisions.set(`hook@${GUILD}`, 'disabled');

    expect(await get(`/plugins/hook/guilds/${GUILD}`)).toMatchObject({ status: 404 });
    expect(await get(`/plugins/hook/guilds/${OTHER_GUILD}`)).toMatchObject({ status: 200 });
    expect(entries).toHaveLength(1);
  });

  test('says so while the plugin is stopped', async () => {
    routes.add(hook);
    decisions.set(`hook@${GUILD}`, 'quarantined');

    expect(await get(`/plugins/hook/guilds/${GUILD}`)).toMatchObject({ status: 503 });
  });

  test.each([
    ['refusal', 400, 'The signature is missing.'],
    ['upstream', 502, 'AO3 is not answering.'],
    ['bug', 500, 'Something went wrong.'],
  ])('answers a case of %s with %i and no detail', async (how, status, message) => {
    routes.add(hook);

    const answer = await get(`/plugins/hook/fail/${how}`);

    expect(answer).toEqual({ status, text: JSON.stringify({ error: message }) });
  });

  test('takes no body of more than a megabyte', async () => {
    routes.add(hook);

    const answer = await get('/plugins/hook/echo/big', { method: 'POST', body: 'x'.repeat(1_100_000) });

    expect(answer.status).toBe(413);
    expect(entries).toEqual([]);
  });

  test('answers only to its method and path', async () => {
    routes.add(hook);

    expect((await get('/plugins/hook/echo/hello')).status).toBe(404);
    expect((await get('/plugins/hook/other')).status).toBe(404);
    expect((await get('/plugins/nobody/echo/hello')).status).toBe(404);
  });

  test('needs a path that begins with a slash', () => {
    const route = defineRoute({ method: 'GET', path: 'bare', run: () => new Response() });
    const plugin: Plugin = definePlugin({
      id: 'bare',
      title: 'Bare',
      description: 'Has no slash.',
      routes: { route },
    });

    expect(() => routes.add(plugin)).toThrow('The path "bare" of the route bare/route');
  });
});

test('it listens on the loopback address alone', async () => {
  const socket = connect({ host: '127.0.0.2', port: server.port });

  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];

  expect(error.code).toBe('ECONNREFUSED');
});

test.each([
  '/plugins/hook/../../healthz',
  '/plugins/%2e%2e/metrics',
  '/plugins/hook%2fecho/x',
  '/plugins/__proto__/echo/x',
  '/plugins/constructor/echo/x',
  '/plugins//echo/x',
])('the address %s leads to no route of a plugin', async (path) => {
  routes.add(
    definePlugin({
      id: 'hook',
      title: 'Hook',
      description: 'Takes webhooks.',
      routes: { echo: defineRoute({ method: 'GET', path: '/echo/:word', run: () => new Response('in') }) },
    }),
  );
  const sent = ask({ host: '127.0.0.1', port: server.port, path }).end();
  const [response] = await once(sent, 'response');

  expect(await read(response)).not.toBe('in');
  expect(entries).toEqual([]);
});

test('a port that is taken is reported', async () => {
  await expect(HttpServer.start({ port: server.port, metrics, routes, health })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
