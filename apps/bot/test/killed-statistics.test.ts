import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotMetrics, BotProcess, Crowd, DatabaseProxy } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** More messages look further; 200,000 take some minutes. */
const MESSAGES = Number(process.env['PROOF_STATISTICS_MESSAGES'] ?? 4_000);
const PER_SECOND = 2_000;
/** How long the database is gone, in the midst of writing: a minute at most. */
const OUTAGE_MS = Math.min(60_000, 1_800 + (MESSAGES / PER_SECOND) * 600);
const RESTART_AFTER_MS = 2_000;
const MOST_STATEMENTS_PER_10_000 = 100;
/** More than a process is waited for, so that what it wrote is shown. */
const STARTS_WITHIN_MS = 300_000;
const SETTLE_MS = 30_000 + MESSAGES;
const TIMEOUT_MS = 60_000 + MESSAGES * 3;

let sandbox: Sandbox;
let database: TestDatabase;
let proxy: DatabaseProxy;
let crowd: Crowd;
let dataDir: string;
let bot: BotProcess;
let metrics: BotMetrics;

async function startBot(): Promise<void> {
  metrics = await BotMetrics.reserve();
  bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: proxy.url,
    DATA_DIR: dataDir,
    HTTP_PORT: metrics.port,
  });
  await bot.says('Loaded the plugin "stats"');
  await bot.says('Up in');
}

function report(figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`Statistics: ${JSON.stringify(figures)}\n`);
}

/** The bot looks for jobs as often when nobody writes. */
function isPoll(text: string): boolean {
  return text.includes('pgboss');
}

/** Messages by channel, user and hour, as the bot counted them. */
async function counted(): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; messages: number }>`
    select concat_ws(' ', channel_id, user_id, (extract(epoch from hour) * 1000)::bigint) as key, messages
    from stats.activity_hours`.execute(database.handle.db);
  return new Map(rows.map(({ key, messages }) => [key, messages]));
}

async function sums(): Promise<{ days: number; hours: number; gaps: number }> {
  const { rows } = await sql<{ days: number; hours: number; gaps: number }>`
    select (select coalesce(sum(messages), 0) from stats.activity_days)::int as days,
      (select coalesce(sum(messages), 0) from stats.activity_hours)::int as hours,
      (select count(*) from stats.gaps)::int as gaps`.execute(database.handle.db);
  return rows[0]!;
}

/** What is counted, once that is as much as there is. */
async function countedInTheEnd(): Promise<Map<string, number>> {
  const start = performance.now();
  const isDone = async (): Promise<boolean> => {
    const { days, gaps } = await sums();
    return days >= crowd.sent && gaps === 0;
  };
  while (!(await isDone())) {
    if (performance.now() - start > SETTLE_MS)
      throw new Error(`Only ${JSON.stringify(await sums())} of ${crowd.sent}:\n${bot.output.slice(-4_000)}`);
    await sleep(200);
  }
  report({ settledMs: Math.round(performance.now() - start) });
  expect(await sums()).toEqual({ days: crowd.sent, hours: crowd.sent, gaps: 0 });
  return counted();
}

beforeAll(async () => {
  sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  database = await createTestDatabase();
  proxy = await DatabaseProxy.start(database.url);
  dataDir = await mkdtemp(join(tmpdir(), 'twi-killed-statistics-'));
  crowd = new Crowd(sandbox);
  for (const guildId of crowd.guildIds) {
    await database.handle.ensureGuild(guildId);
    await sql`insert into core.guild_plugins (guild_id, plugin_id, enabled) values (${guildId}, 'stats', true)`.execute(
      database.handle.db,
    );
  }
  await startBot();
}, STARTS_WITHIN_MS);
afterAll(async () => {
  await bot.end('SIGTERM');
  await proxy[Symbol.asyncDispose]();
  await sandbox.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('every message counts once, with few statements', { timeout: TIMEOUT_MS }, async () => {
  // The first ones are compiled while they are counted.
  await crowd.write(MESSAGES / 4, { perSecond: PER_SECOND });
  await metrics.read();
  proxy.statements.clear();

  const writingMs = await crowd.write(MESSAGES, { perSecond: PER_SECOND });

  const statements = proxy.count((text) => !isPoll(text));
  const polls = proxy.count(isPoll);
  report({ messages: MESSAGES, writingMs, statements, polls, ...(await metrics.read()) });
  expect(await countedInTheEnd()).toEqual(crowd.written);
  expect((statements / MESSAGES) * 10_000).toBeLessThan(MOST_STATEMENTS_PER_10_000);
});

test('an outage of the database loses none', { timeout: TIMEOUT_MS + OUTAGE_MS }, async () => {
  let downAt = 0;
  await crowd.write(MESSAGES, {
    perSecond: PER_SECOND,
    while: (sent) => {
      if (sent < MESSAGES / 4) return;
      if (downAt === 0) {
        downAt = performance.now();
        proxy.down();
      } else if (performance.now() - downAt > OUTAGE_MS) proxy.up();
    },
  });
  await sleep(Math.max(0, OUTAGE_MS - (performance.now() - downAt)));
  proxy.up();

  expect(await countedInTheEnd()).toEqual(crowd.written);
});

test('a kill -9 loses none', { timeout: TIMEOUT_MS }, async () => {
  let restarted: Promise<void> | undefined;
  await crowd.write(MESSAGES, {
    perSecond: PER_SECOND,
    while: (sent) => {
      if (sent < MESSAGES / 2 || restarted) return;
      restarted = (async () => {
        await bot.end('SIGKILL');
        await sleep(RESTART_AFTER_MS);
        await startBot();
      })();
    },
  });
  await restarted;

  expect(await countedInTheEnd()).toEqual(crowd.written);
});
