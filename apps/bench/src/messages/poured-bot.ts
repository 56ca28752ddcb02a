import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import type { PouredFigures } from '../clients/tell-ends.ts';
import { ClientProcess } from '../measure/client-process.ts';
import { sharedNow } from '../measure/shared-now.ts';
import type { GatewayRelay } from './gateway-relay.ts';
import { messageFrames } from './message-frames.ts';
import type { Writer } from './writers.ts';

/** Enough that everything is compiled and each cache of discord.js is full. */
const WARM_UP = 40_000;
const MESSAGES = 150_000;

/** What a bot does with messages: the file of `clients` that it runs, and the plugins that are on where people write. */
export interface PouredBot {
  readonly file: string;
  /** Absent: it has no database. */
  readonly plugins?: readonly string[];
}

export interface PouredWorld {
  readonly relay: GatewayRelay;
  readonly token: string;
  readonly writers: readonly Writer[];
}

/** What messages cost a bot. */
export interface MessageFigures {
  readonly perSecond: number;
  /** Of processor time, of all its threads. */
  readonly usEach: number;
  readonly rssBytes: number;
}

/** Starts a bot, lets people write, and measures until each message is seen or counted in the database. */
export async function pourInto(bot: PouredBot, world: PouredWorld): Promise<MessageFigures> {
  await using database = bot.plugins && (await prepareDatabase(bot.plugins, world.writers));
  await using client = await ClientProcess.start(bot.file, {
    BENCH_API_URL: world.relay.apiUrl,
    BENCH_TOKEN: world.token,
    ...(database && { BENCH_DATABASE_URL: database.url }),
  });
  const warm = await pour(client, world, WARM_UP);
  const { startedAt, ...done } = await pour(client, world, MESSAGES);
  const counted = database ? await storedMessages(database) : done.seen;
  const expected = bot.plugins?.length === 0 ? 0 : WARM_UP + MESSAGES;
  if (counted !== expected) throw new Error(`${bot.file} counted ${counted} of ${expected} messages.`);
  return {
    perSecond: (MESSAGES / (done.endedAt - startedAt)) * 1_000,
    usEach: (done.cpuUs - warm.cpuUs) / MESSAGES,
    rssBytes: done.rssBytes,
  };
}

/** Lets people write, and waits until the bot has dealt with it. */
export async function pour(
  client: ClientProcess,
  { relay, writers }: Pick<PouredWorld, 'relay' | 'writers'>,
  count: number,
): Promise<PouredFigures & { readonly startedAt: number }> {
  const frames = messageFrames(writers, count);
  const told = client.ask<PouredFigures>();
  const startedAt = sharedNow();
  await relay.pour(frames);
  return { startedAt, ...(await told) };
}

/** A database in which these plugins are on wherever these people write. */
export async function prepareDatabase(
  plugins: readonly string[],
  writers: readonly Writer[],
): Promise<TestDatabase> {
  const database = await createTestDatabase();
  for (const guildId of new Set(writers.map((writer) => writer.guildId))) {
    await database.handle.ensureGuild(guildId);
    for (const pluginId of plugins)
      await sql`insert into core.guild_plugins (guild_id, plugin_id, enabled) values (${guildId}, ${pluginId}, true)`.execute(
        database.handle.db,
      );
  }
  return database;
}

/** How many messages the statistics have. */
export async function storedMessages({ handle }: TestDatabase): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(messages), 0)::int as sum from stats.activity_hours`.execute(handle.db);
  return rows[0]?.sum ?? 0;
}
