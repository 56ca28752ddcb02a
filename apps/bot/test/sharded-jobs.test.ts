import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { type Sandbox, type SandboxGuild, startSandbox } from '@twi/sandbox';
import { ShardClientUtil } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const WHEREABOUTS = new URL('fixtures/whereabouts', import.meta.url).pathname;
const SOON = { timeout: 20_000, interval: 50 };
/** Both processes look for jobs this often, with time to spare. */
const SETTLED_MS = 4_000;
const ROUNDS = 15;

let sandbox: Sandbox;
let database: TestDatabase;
let directory: string;
let guilds: readonly [SandboxGuild, SandboxGuild];
let first: BotProcess;
let second: BotProcess;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'twi-sharded-jobs-'));
  guilds = [guildOfShard(0), guildOfShard(1)];
  first = await start({ SHARDS: '0', SHARD_COUNT: '2' });
  second = await start({ SHARDS: '1', SHARD_COUNT: '2' });
  for (const guild of guilds) {
    const owner = sandbox.as(guild.ownerId, { channelId: guild.channel('general')?.id ?? '' });
    await (await owner.slash('plugins enable', { plugin: 'whereabouts' })).settled();
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([first, second].map((bot) => bot.end('SIGTERM')));
  await sandbox.close();
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

async function start(shards: Record<string, string>): Promise<BotProcess> {
  const bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: directory,
    PLUGIN_PATHS: WHEREABOUTS,
    ...shards,
  });
  await bot.says('Up in');
  return bot;
}

/** Makes guilds until one has an id of the shard, of two. */
function guildOfShard(shard: number): SandboxGuild {
  for (;;) {
    const guild = sandbox.createGuild({
      name: `Of shard ${shard}`,
      ownerId: sandbox.createUser({ username: `owner-${shard}` }).id,
    });
    guild.addChannel({ name: 'general' });
    if (ShardClientUtil.shardIdForGuildId(guild.id, 2) === shard) return guild;
  }
}

/** Adds jobs, as any process may. */
async function look(guildId: string | undefined, rounds = ROUNDS): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    await sql`
      insert into pgboss.job (name, data)
      values ('whereabouts/look', ${JSON.stringify({ data: { guildId, round }, deferrals: 0 })}::jsonb)
    `.execute(database.handle.db);
}

/** How often a process looked for a guild, and saw it or not. */
const looks = (bot: BotProcess, guildId: string, sees: string): number =>
  bot.output.split(`for ${guildId}: sees ${sees}.`).length - 1;

test('a job runs where the shard of its guild is', { timeout: 60_000 }, async () => {
  const [{ id: ofFirst }, { id: ofSecond }] = guilds;

  await Promise.all([look(ofFirst), look(ofSecond), look(undefined)]);

  await vi.waitFor(() => {
    expect(looks(first, ofFirst, 'it')).toBe(ROUNDS);
    expect(looks(second, ofSecond, 'it')).toBe(ROUNDS);
    expect(looks(first, 'undefined', 'nothing') + looks(second, 'undefined', 'nothing')).toBe(ROUNDS);
  }, SOON);
  expect(first.output + second.output).not.toContain('sees nobody');
});

test(
  'jobs of a shard that no process runs wait, and follow when the shards are divided anew',
  { timeout: 60_000 },
  async () => {
    const [{ id: ofFirst }, { id: ofSecond }] = guilds;
    expect(await second.end('SIGTERM')).toBe(0);

    await look(ofSecond, 3);
    await look(ofFirst, 1);
    await vi.waitFor(() => expect(looks(first, ofFirst, 'it')).toBe(ROUNDS + 1), SOON);
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    expect(first.output).not.toContain(`for ${ofSecond}`);

    await first.end('SIGTERM');
    second = await start({ SHARD_COUNT: '1' });
    await vi.waitFor(() => expect(looks(second, ofSecond, 'it')).toBe(3), SOON);
  },
);
