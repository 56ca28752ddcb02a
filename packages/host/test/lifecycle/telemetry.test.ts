import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const WAIT = { timeout: 5_000 };

let scene: HostScene;
beforeAll(async () => {
  scene = await hostScene();
  await scene.start({ httpPort: 0 });
});
afterAll(() => scene[Symbol.asyncDispose]());

test('keeps and counts the uses of commands, of subcommands under their whole name', async () => {
  const { db } = scene.host.database;
  await scene.owner.slash('ping');
  await scene.owner.slash('ping');
  await scene.owner.slash('plugins list');

  const uses = () =>
    db
      .selectFrom('core.commands')
      .select(['name', 'pluginId', 'usageCount'])
      .where('usageCount', '>', '0')
      .orderBy('name')
      .execute();
  await expect
    .poll(
      async () =>
        (await uses()).map(({ name, pluginId, usageCount }) => [name, pluginId, Number(usageCount)]),
      WAIT,
    )
    .toEqual([
      ['ping', 'core', 2],
      ['plugins list', 'core', 1],
    ]);
  const rows = await db.selectFrom('core.command_usages').select(['guildId', 'userId', 'outcome']).execute();
  expect(rows).toEqual(
    Array.from({ length: 3 }, () => ({
      guildId: scene.guild.id,
      userId: scene.owner.userId,
      outcome: 'success',
    })),
  );
});

test('writes what it still holds when it stops', async () => {
  await scene.owner.slash('ping');
  await scene.host.stop('the test says so');

  const rows = await scene.database.handle.db.selectFrom('core.command_usages').select('command').execute();
  expect(rows).toHaveLength(4);
  expect(scene.log.filter((line) => line.includes('cannot be written'))).toEqual([]);
});

test('says over HTTP how it is', async () => {
  await scene.start({ httpPort: 0 });
  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${scene.host.httpPort}${path}`);

  expect((await get('/healthz')).status).toBe(200);
  expect(await (await get('/readyz')).json()).toMatchObject({ ready: true });
  expect(await (await get('/metrics')).text()).toContain('twi_guilds 1');
});
