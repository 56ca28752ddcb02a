import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const WAIT = { timeout: 15_000 };

let scene: HostScene;
let fatal: unknown[];
beforeAll(async () => {
  fatal = [];
  scene = await hostScene();
  await scene.start({ httpPort: 0, ownerGuildId: scene.guild.id, onFatal: (error) => fatal.push(error) });
});
afterAll(() => scene[Symbol.asyncDispose]());

const logged = (text: string): boolean => scene.log.some((line) => line.includes(text));

const readiness = async (): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${scene.host.httpPort}/readyz`)).json();

test(
  'tells that a connection was lost and found again, and answers afterwards',
  { timeout: 30_000 },
  async () => {
    scene.sandbox.faults.dropGateway();

    await expect.poll(() => logged('Shard 0 lost its connection'), WAIT).toBe(true);
    await expect.poll(() => logged('Shard 0 is back'), WAIT).toBe(true);
    await expect.poll(readiness, WAIT).toMatchObject({ ready: true });
    expect((await scene.owner.slash('ping')).response?.embeds).toHaveLength(1);
  },
);

test('says that it is not ready while the gateway is away', { timeout: 30_000 }, async () => {
  scene.sandbox.faults.dropGateway();

  await expect.poll(readiness, { ...WAIT, interval: 5 }).toMatchObject({
    ready: false,
    checks: { gateway: 'not every shard is connected' },
  });
  await expect.poll(readiness, WAIT).toMatchObject({ ready: true });
});

test('hands an error that nobody can mend to whoever runs the process', () => {
  scene.host.client.emit('invalidated');

  expect(fatal).toEqual([
    expect.objectContaining({ message: expect.stringContaining('invalidated the session') }),
  ]);
  expect(logged('"level":"fatal"')).toBe(true);
});

test('logs an error of the client that is no plugin’s, and goes on', async () => {
  scene.host.client.emit('error', new Error('something odd'));

  expect(logged('something odd')).toBe(true);
  expect((await scene.owner.slash('ping')).response?.embeds).toHaveLength(1);
});

test('starts when Discord does not tell who owns the application, and says so', async () => {
  await scene.host.stop('a restart');
  scene.sandbox.faults.failNext({ method: 'GET', template: '/applications/@me', status: 403, times: 2 });

  await scene.start();

  expect(logged('Discord did not tell who owns the application')).toBe(true);
  expect((await scene.owner.slash('ping')).response?.embeds).toHaveLength(1);
});
