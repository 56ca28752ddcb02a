import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const servers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;

let scene: HostScene;
let serversBefore: number;
beforeAll(async () => {
  serversBefore = servers();
  scene = await hostScene();
});
afterAll(() => scene[Symbol.asyncDispose]());

test('starts without a plugin and answers its own commands, in no request for commands but one', async () => {
  const host = await scene.start();

  const { response } = await scene.owner.slash('ping');

  expect(JSON.stringify(response?.embeds)).toContain('ms');
  const sent = scene.sandbox.requests.filter(({ path }) => path.includes('/commands'));
  expect(sent.map(({ method }) => method)).toEqual(['PUT']);
  expect(host.timings.map(({ step }) => step)).toEqual([
    'database',
    'runtime',
    'import',
    'client',
    'jobs',
    'plugins',
    'http',
    'login',
    'guilds',
    'commands',
  ]);
  expect(scene.log.some((line) => /Up in \d+ ms \(database \d+, runtime \d+/.test(line))).toBe(true);
});

test('sends no request for commands when it starts again unchanged', async () => {
  await scene.host.stop('a restart');
  scene.sandbox.clearRequests();

  await scene.start();

  expect(scene.sandbox.requests.filter(({ path }) => path.includes('/commands'))).toEqual([]);
  expect((await scene.owner.slash('ping')).response?.embeds).toHaveLength(1);
});

test('leaves nothing open when it stops', async () => {
  await scene.host.stop('the test says so');

  expect(scene.sandbox.sessionCount).toBe(0);
  // The sandbox's alone, besides what other files of this process may have left.
  expect(servers()).toBe(serversBefore + 1);
});

test('stops once, however often it is told to', async () => {
  await Promise.all([scene.host.stop('again'), scene.host.stop('again')]);

  expect(scene.log.filter((line) => line.includes('again'))).toEqual([]);
});

test('leaves nothing open when Discord refuses the token', async () => {
  const listeners = process.listenerCount('uncaughtException');

  await expect(scene.start({ token: 'this-is-not-the-token' })).rejects.toThrow(/invalid token/i);

  expect(process.listenerCount('uncaughtException')).toBe(listeners);
  await scene.start();
  expect((await scene.owner.slash('ping')).response?.embeds).toHaveLength(1);
});

test('refuses to start where the app has no package.json', async () => {
  await scene.host.stop('the next test');

  await expect(scene.start({ appDirectory: `${scene.directory.path}/nowhere` })).rejects.toThrow(
    'package.json',
  );
});
