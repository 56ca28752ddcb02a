import { container } from '@sapphire/framework';
import { GuildRepository } from '@twi/database';
import type { SandboxGuild } from '@twi/sandbox';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { scan } from '../privacy/scan.ts';
import { seed, seeded } from '../privacy/seed.ts';
import { shapesPlugin } from '../privacy/shapes-plugin.ts';

const DAY = 86_400_000;
const SOON = { timeout: 10_000 };

let scene: HostScene;
let people = 700_000_000_000_000_000n;

beforeAll(async () => {
  scene = await hostScene();
  await start();
}, 60_000);
afterEach(() => void vi.useRealTimers());
afterAll(() => scene[Symbol.asyncDispose]());

async function start(): Promise<void> {
  await scene.start({ givenPlugins: [{ plugin: shapesPlugin() }] });
}

/** A guild with rows in every table. */
async function fullGuild(): Promise<SandboxGuild> {
  const guild = scene.sandbox.createGuild({ name: 'Full' });
  await vi.waitFor(() => expect(scene.host.client.guilds.cache.has(guild.id)).toBe(true), SOON);
  await scene.host.enablement.enable(guild.id, ['shapes'], undefined);
  await seed(seeded(scene.host.database), {
    guildId: guild.id,
    me: String((people += 1n)),
    other: String((people += 1n)),
  });
  const startAfter = new Date(Date.now() + 900 * DAY);
  await scene.host.jobs
    .jobsOf(shapesPlugin())
    .send('remind', { userId: String(people), guildId: guild.id }, { startAfter });
  return guild;
}

const left = async ({ id }: { id: string }): Promise<Date | null | undefined> =>
  (await new GuildRepository(scene.database.handle.db).find(id))?.leftAt;

function inDays(days: number): void {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY });
}

test('a guild’s data goes when the time after its leave is over, and nothing before', async () => {
  const [gone, stays] = [await fullGuild(), await fullGuild()];
  gone.removeBot();
  await vi.waitFor(async () => expect(await left(gone)).toBeInstanceOf(Date), SOON);

  inDays(29);
  expect(await container.core.guildPurge.purgeDue()).toEqual([]);
  inDays(31);
  expect(await container.core.guildPurge.purgeDue()).toEqual([gone.id]);

  expect(await scan(scene.database.handle.db, gone.id)).toEqual({});
  expect(Object.keys(await scan(scene.database.handle.db, stays.id))).toEqual(
    expect.arrayContaining(['core.guilds.id', 'shapes.ledger.guild_id', 'core.command_usages.guild_id']),
  );
  expect(scene.host.enablement.isEnabled(gone.id, 'shapes')).toBe(false);
  expect(scene.host.enablement.isEnabled(stays.id, 'shapes')).toBe(true);
});

test('coming back in time keeps everything', async () => {
  const guild = await fullGuild();
  const before = await scan(scene.database.handle.db, guild.id);
  guild.removeBot();
  await vi.waitFor(async () => expect(await left(guild)).toBeInstanceOf(Date), SOON);
  guild.addBot();
  await vi.waitFor(async () => expect(await left(guild)).toBeNull(), SOON);

  inDays(31);
  await container.core.guildPurge.purgeDue();

  expect(await scan(scene.database.handle.db, guild.id)).toMatchObject(before);
});

test('what happened while the bot was offline is noticed at the next start', async () => {
  const [removed, added] = [await fullGuild(), await fullGuild()];
  added.removeBot();
  await vi.waitFor(async () => expect(await left(added)).toBeInstanceOf(Date), SOON);
  await scene.host.stop('a test');
  removed.removeBot();
  added.addBot();

  await start();

  expect(await left(removed)).toBeInstanceOf(Date);
  expect(await left(added)).toBeNull();
  expect(await left(scene.guild)).toBeNull();
});

test('a guild that cannot be purged stops no other, and stays due', async () => {
  const [stuck, fine] = [await fullGuild(), await fullGuild()];
  for (const guild of [stuck, fine]) {
    guild.removeBot();
    await vi.waitFor(async () => expect(await left(guild)).toBeInstanceOf(Date), SOON);
  }
  await sql`create table shapes.grip (guild_id bigint references core.guilds)`.execute(
    scene.database.handle.db,
  );
  await sql`insert into shapes.grip values (${stuck.id})`.execute(scene.database.handle.db);

  inDays(31);
  const purged = await container.core.guildPurge.purgeDue();

  expect(purged).toContain(fine.id);
  expect(purged).not.toContain(stuck.id);
  expect(await left(stuck)).toBeInstanceOf(Date);
  await sql`drop table shapes.grip`.execute(scene.database.handle.db);
  expect(await container.core.guildPurge.purgeDue()).toContain(stuck.id);
});
