import { CommandSyncRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GLOBAL_SCOPE } from '../../src/commands/command-scope.ts';
import { CommandServer } from './command-server.ts';
import { guildIds, pluginWith, Scene } from './reconciler-scene.ts';

const SOON = { timeout: 15_000, interval: 20 };
const [A = '', B = '', C = ''] = guildIds(3);

let database: TestDatabase;
let server: CommandServer;
let store: CommandSyncRepository;
let scene: Scene;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  server = await CommandServer.start();
  await database.handle.db.deleteFrom('core.command_sync').execute();
  store = new CommandSyncRepository(database.handle.db);
  scene = new Scene({ server, store, guilds: [A, B], plugins: [pluginWith('music', ['play', 'stop'])] });
});
afterEach(async () => {
  await scene.stop();
  await server.stop();
});

describe('what is sent', () => {
  test('a guild gets the commands of its plugins, another one nothing', async () => {
    scene.enable('music', A);

    const summary = await scene.start().reconcileAll();

    expect(server.names(A)).toEqual(['play', 'stop']);
    expect(server.puts).toEqual([A]);
    expect(summary).toEqual({ updated: 1, unchanged: 2, postponed: 0, refused: 0 });
  });

  test('one toggle is one request', async () => {
    scene.enable('music', A, B);
    const reconciler = scene.start();
    await reconciler.reconcileAll();
    server.puts.length = 0;
    scene.plugins.push(pluginWith('tags', ['tag']));
    scene.enable('tags', A);

    expect(await reconciler.reconcileGuild(A)).toBe('updated');

    expect(server.puts).toEqual([A]);
    expect(server.names(A)).toEqual(['play', 'stop', 'tag']);
  });

  test('the guild of the last plugin is emptied', async () => {
    scene.enable('music', A);
    const reconciler = scene.start();
    await reconciler.reconcileAll();
    scene.disable('music', A);

    await reconciler.reconcileGuild(A);

    expect(server.lists.get(A)).toEqual([]);
  });

  test('core is global, and its owner command goes to the guild of the owner alone', async () => {
    scene.plugins = [pluginWith('core', ['help', 'ping', 'host'])];

    await scene.start({ ownerGuildId: B }).reconcileAll();

    expect(server.names(GLOBAL_SCOPE)).toEqual(['help', 'ping']);
    expect(server.names(A)).toEqual([]);
    expect(server.names(B)).toEqual(['host']);
  });

  test('a plugin that is not loaded has no commands', async () => {
    scene.enable('music', A);
    const reconciler = scene.start();
    await reconciler.reconcileAll();
    scene.plugins = scene.plugins.map((plugin) => ({ ...plugin, state: 'unloaded' as const }));

    await reconciler.reconcileAll();

    expect(server.names(A)).toEqual([]);
  });

  test('toggles during a request lead to one more, with the last state', async () => {
    scene.enable('music', A);
    const reconciler = scene.start();

    const first = reconciler.reconcileGuild(A);
    const later = [1, 2, 3].map(() => reconciler.reconcileGuild(A));
    scene.disable('music', A);
    await Promise.all([first, ...later]);

    expect(server.names(A)).toEqual([]);
    expect(server.puts.length).toBeLessThanOrEqual(2);
  });
});

describe('a thousand guilds', () => {
  const guilds = guildIds(1_000);

  beforeEach(() => {
    scene.guilds = guilds;
    scene.enable('music', ...guilds);
  });

  test('unchanged at a restart send nothing', async () => {
    expect(await scene.start().reconcileAll()).toMatchObject({ updated: 1_000 });
    server.puts.length = 0;

    const summary = await scene.start().reconcileAll();

    expect(summary).toMatchObject({ updated: 0, unchanged: 1_001 });
    expect(server.puts).toEqual([]);
  });

  test('of which 990 lose their last plugin keep no stale command', async () => {
    await scene.start().reconcileAll();
    server.puts.length = 0;
    scene.disable('music', ...guilds.slice(0, 990));

    await scene.start().reconcileAll();

    expect(server.puts).toHaveLength(990);
    expect(guilds.filter((guild) => server.names(guild).length > 0)).toEqual(guilds.slice(990));
  });

  test('in a backlog let a toggle go first', async () => {
    const reconciler = scene.start();
    const all = reconciler.reconcileAll();
    await vi.waitFor(() => expect(server.puts.length).toBeGreaterThan(10), SOON);
    const last = guilds.at(-1) ?? '';

    await reconciler.reconcileGuild(last);

    expect(server.puts.length).toBeLessThan(500);
    expect(server.puts).toContain(last);
    await all;
  });

  test('stay within the budget of requests', async () => {
    scene.guilds = guilds.slice(0, 20);
    const reconciler = scene.start({ requestsPerSecond: 40 });
    const start = performance.now();

    await reconciler.reconcileAll();

    expect(performance.now() - start).toBeGreaterThanOrEqual((19 * 1_000) / 40);
  });
});

test('the most recently active guilds come first', async () => {
  scene.guilds = guildIds(20);
  scene.enable('music', ...scene.guilds);
  const active = scene.guilds.slice(-2);
  const times = new Map(active.map((guild, day) => [guild, new Date(2026, 2, day + 1)]));

  await scene.start({ lastActiveAt: async () => times }).reconcileAll();

  // A few are under way at once, and which of these arrives first is chance.
  expect(server.puts.slice(0, 4)).toEqual(expect.arrayContaining(active));
});

describe('the limits of Discord', () => {
  test('are told before enabling, with numbers', () => {
    scene.plugins = [pluginWith('many', 60), pluginWith('more', 41)];
    scene.enable('many', A);
    const reconciler = scene.start();

    expect(reconciler.usage(A).chatInput).toEqual({ used: 60, limit: 100 });
    expect(reconciler.usage(A, ['more']).chatInput).toEqual({ used: 101, limit: 100 });
  });

  test('refuse a list that is too long before anything is sent', async () => {
    scene.plugins = [pluginWith('many', 101)];
    scene.enable('many', A);

    const summary = await scene.start().reconcileAll();

    expect(summary).toMatchObject({ refused: 1 });
    expect(server.puts).toEqual([]);
    expect(scene.log[0]?.text).toContain('101 slash commands of 100');
  });

  test('of 200 new commands a day postpone what exceeds them', async () => {
    const reconciler = scene.start();
    for (const generation of ['one', 'two', 'three']) {
      scene.plugins = [pluginWith(generation, 90)];
      scene.enable(generation, A);
      await reconciler.reconcileGuild(A);
    }

    expect(server.puts).toHaveLength(2);
    expect(server.names(A)[0]).toMatch(/^two/);
    expect(scene.log[0]).toMatchObject({ level: 'warn' });
  });
});

describe('when Discord fails', () => {
  beforeEach(() => scene.enable('music', A, B));

  test('a guild is tried again after a server error', async () => {
    server.faults.push({ status: 500 }, { status: 502 });

    const summary = await scene.start().reconcileAll();

    expect(summary).toMatchObject({ postponed: 2 });
    await vi.waitFor(() => {
      expect(server.names(A)).toEqual(['play', 'stop']);
      expect(server.names(B)).toEqual(['play', 'stop']);
    }, SOON);
  });

  test('a short rate limit is waited for', async () => {
    server.faults.push({ status: 429, body: { message: 'slow down', retry_after: 0.2, global: false } });

    const summary = await scene.start().reconcileAll();

    expect(summary).toMatchObject({ updated: 2 });
  });

  test('a long one postpones its guild and no other', async () => {
    server.faults.push({
      status: 429,
      body: { message: 'daily limit', code: 30_034, retry_after: 3_600, global: false },
    });

    const reconciler = scene.start();
    expect(await reconciler.reconcileGuild(A)).toBe('postponed');

    expect(await reconciler.reconcileGuild(B)).toBe('updated');
    expect(server.puts).toEqual([A, B]);
  });

  test('a refusal is reported and not repeated until something changes', async () => {
    server.faults.push({ status: 403, body: { code: 50_001, message: 'Missing Access' } });
    scene.guilds = [A];
    const reconciler = scene.start();

    expect(await reconciler.reconcileGuild(A)).toBe('refused');

    expect(server.puts).toEqual([A]);
    expect(scene.log.map(({ text }) => text)).toEqual([expect.stringContaining('Missing Access')]);
    expect(await reconciler.reconcileGuild(A)).toBe('updated');
  });

  test('an answer that was lost is asked for again after a restart', async () => {
    const killed = scene.start();
    await killed.reconcileAll();
    // Discord takes the change, and the process dies before it knows.
    scene.disable('music', A);
    server.faults.push({ status: 500, applied: true });
    expect(await killed.reconcileGuild(A)).toBe('postponed');
    await killed.stop();
    expect(server.names(A)).toEqual([]);
    scene.enable('music', A);

    await scene.start().reconcileAll();

    expect(server.names(A)).toEqual(['play', 'stop']);
  });

  test('a process that is stopped between two guilds is right after its restart', async () => {
    scene.guilds = guildIds(50);
    scene.enable('music', ...scene.guilds);
    const stopped = scene.start();
    const all = stopped.reconcileAll();
    await vi.waitFor(() => expect(server.puts.length).toBeGreaterThan(3), SOON);
    await stopped.stop();
    await all;
    expect(server.puts.length).toBeLessThan(50);

    await scene.start().reconcileAll();

    expect(scene.guilds.filter((guild) => server.names(guild).length !== 2)).toEqual([]);
    expect(server.puts).toHaveLength(50);
  });
});

describe('guilds that come and go', () => {
  test('one that was joined later gets its commands', async () => {
    const reconciler = scene.start();
    await reconciler.reconcileAll();
    scene.guilds.push(C);
    scene.enable('music', C);

    expect(await reconciler.reconcileGuild(C)).toBe('updated');
  });

  test('one that was left is forgotten', async () => {
    scene.enable('music', A, B);
    const reconciler = scene.start();
    await reconciler.reconcileAll();

    await reconciler.forgetGuild(A);

    expect([...(await store.loadAll()).keys()].toSorted()).toEqual([B]);
  });

  test('one that was left while the bot was away is forgotten at the start', async () => {
    scene.enable('music', A, B);
    await scene.start().reconcileAll();
    scene.guilds = [A];

    await scene.start().reconcileAll();

    expect([...(await store.loadAll()).keys()]).toEqual([A]);
  });

  test('one of another process keeps its row', async () => {
    scene.enable('music', A, B);
    const rest = server.rest();
    await scene.start().reconcileAll();
    scene.guilds = [A];

    await scene
      .start({
        discord: { rest, applicationId: () => '1', guildIds: () => [A], servesGuild: (guild) => guild === A },
      })
      .reconcileAll();

    expect((await store.loadAll()).size).toBe(2);
  });
});

describe('the plan of a guild', () => {
  test('names what would change and sends nothing', async () => {
    scene.enable('music', A);
    const reconciler = scene.start();
    await reconciler.reconcileAll();
    server.puts.length = 0;
    scene.plugins = [pluginWith('music', ['play', 'pause'])];

    expect(await reconciler.plan(A)).toEqual({
      inStep: false,
      added: ['pause'],
      removed: ['stop'],
      kept: ['play'],
    });
    expect(server.puts).toEqual([]);
  });

  test('says when nothing would', async () => {
    scene.enable('music', A);
    const reconciler = scene.start();
    await reconciler.reconcileAll();

    expect(await reconciler.plan(A)).toMatchObject({ inStep: true, added: [], removed: [] });
  });
});
