import { setTimeout as sleep } from 'node:timers/promises';
import { startTestBot, type TestBot } from '@twi/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { awaitEmbeds, configure, embedsIn, SOON, staffChannel } from './logs-scene.ts';
import { newScene, type Scene } from './scene.ts';

const PATIENCE_MS = 30_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterEach((context) => bot.explainFailure(context));
afterAll(() => bot[Symbol.asyncDispose]());

/** Adds a role below the bot's. */
function lowRole({ guild }: Scene, name: string, permissions: readonly 'BanMembers'[] = []): string {
  return guild.sandbox.addRole({ name, position: 1, permissions }).id;
}

function rolesOf({ guild, mallory }: Scene): readonly string[] {
  return guild.sandbox.member(mallory.id)?.roleIds ?? [];
}

function timeoutOf({ guild, mallory }: Scene): number | undefined {
  return guild.sandbox.member(mallory.id)?.timeoutUntil ?? undefined;
}

/** Gives mallory a role and waits until the bot has seen it. */
async function give(scene: Scene, ...roleIds: readonly string[]): Promise<void> {
  const { guild, mallory } = scene;
  for (const roleId of roleIds) await guild.owner.actor.moderation.addRole(mallory.id, roleId);
  await vi.waitFor(() => {
    const member = bot.host.client.guilds.cache.get(guild.id)?.members.cache.get(mallory.id);
    expect(roleIds.every((id) => member?.roles.cache.has(id))).toBe(true);
  }, SOON);
}

/** How many members wait for the role for old accounts. */
async function waitingJobs(): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from pgboss.job where name like '%verify-member' and state = 'created'
  `.execute(bot.database.handle.db);
  return Number(rows[0]?.count);
}

test('gives a role to whoever joins', async () => {
  const scene = await newScene(bot);
  const role = lowRole(scene, 'Guest');
  await configure(bot, scene.guild, { joinRole: role });

  const newcomer = scene.guild.member({ username: 'newcomer' });

  await vi.waitFor(() => expect(scene.guild.sandbox.member(newcomer.id)?.roleIds).toEqual([role]), SOON);
});

test('tells the staff once that it cannot give the role', async () => {
  const scene = await newScene(bot);
  const staff = staffChannel(scene.guild, 'staff');
  const role = scene.guild.sandbox.addRole({ name: 'Above', position: 1_000 });
  await configure(bot, scene.guild, { joinRole: role.id, reportChannel: staff });

  scene.guild.member();
  scene.guild.member();

  const [told] = await awaitEmbeds(bot, staff, 1);
  expect(told?.description).toBe(
    'I cannot give members the role **Above**, as the settings say. I need **Manage Roles**, and my role must be above it.',
  );
  expect(embedsIn(bot, staff)).toHaveLength(1);
});

test(
  'gives the role for old accounts when the account is old enough, also after a restart',
  { timeout: PATIENCE_MS },
  async () => {
    const scene = await newScene(bot);
    const role = lowRole(scene, 'Verified');
    await configure(bot, scene.guild, { verifiedRole: role, verifiedAccountAge: 5_000 });

    const newcomer = scene.guild.member({ username: 'newcomer' });
    await vi.waitFor(async () => expect(await waitingJobs()).toBe(1), SOON);
    await bot.restart();
    expect(scene.guild.sandbox.member(newcomer.id)?.roleIds).toEqual([]);

    await vi.waitFor(() => expect(scene.guild.sandbox.member(newcomer.id)?.roleIds).toEqual([role]), {
      timeout: 20_000,
      interval: 100,
    });
  },
);

test('gives the role for old accounts at once where it is one', async () => {
  const scene = await newScene(bot);
  const role = lowRole(scene, 'Verified');
  await configure(bot, scene.guild, { verifiedRole: role, verifiedAccountAge: 1_000 });
  await scene.mallory.leave();
  await sleep(1_100);

  await scene.mallory.join();

  await vi.waitFor(() => expect(rolesOf(scene)).toEqual([role]), SOON);
});

test(
  'gives back the roles of who comes back, but none of the staff, above the bot, or ignored',
  { timeout: PATIENCE_MS },
  async () => {
    const scene = await newScene(bot);
    const [painter, staff, ignored] = [
      lowRole(scene, 'Painter'),
      lowRole(scene, 'Staff', ['BanMembers']),
      lowRole(scene, 'Ignored'),
    ];
    const above = scene.guild.sandbox.addRole({ name: 'Above', position: 1_000 }).id;
    await configure(bot, scene.guild, { stickyRoles: true, stickyIgnoredRoles: [ignored] });
    await give(scene, painter, staff, ignored, above);

    await scene.mallory.leave();
    await bot.restart();
    await scene.mallory.join();

    await vi.waitFor(() => expect(rolesOf(scene)).toEqual([painter]), SOON);
  },
);

test('gives back the roles of who left while the bot was away', { timeout: PATIENCE_MS }, async () => {
  const scene = await newScene(bot);
  const painter = lowRole(scene, 'Painter');
  await configure(bot, scene.guild, { stickyRoles: true });
  await give(scene, painter);

  await bot.stop();
  await scene.mallory.leave();
  await bot.restart();
  await scene.mallory.join();

  await vi.waitFor(() => expect(rolesOf(scene)).toEqual([painter]), SOON);
});

test('gives no roles back where the server does not want it', async () => {
  const scene = await newScene(bot);
  const [painter, guest] = [lowRole(scene, 'Painter'), lowRole(scene, 'Guest')];
  await configure(bot, scene.guild, { joinRole: guest });
  await give(scene, painter);

  await scene.mallory.leave();
  await scene.mallory.join();

  await vi.waitFor(() => expect(rolesOf(scene)).toEqual([guest]), SOON);
});

test('renews the timeout of who leaves during it and comes back', async () => {
  const scene = await newScene(bot);
  await scene.alice.slash('timeout', { user: scene.mallory, duration: '1h' });
  const until = timeoutOf(scene);

  await scene.mallory.leave();
  await scene.mallory.join();

  await vi.waitFor(() => expect(timeoutOf(scene)).toBe(until), SOON);
});

test('remembers nothing of who is not to be remembered', async () => {
  const scene = await newScene(bot);
  const [painter, guest] = [lowRole(scene, 'Painter'), lowRole(scene, 'Guest')];
  const { mallory, guild, alice } = scene;
  await configure(bot, guild, { stickyRoles: true, stickyIgnoredUsers: [mallory.id], joinRole: guest });
  await give(scene, painter);
  await alice.slash('timeout', { user: mallory, duration: '1h' });

  await mallory.leave();
  await mallory.join();

  await vi.waitFor(() => expect(rolesOf(scene)).toEqual([guest]), SOON);
  expect(timeoutOf(scene)).toBeUndefined();
});
