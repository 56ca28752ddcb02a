import { createTestDatabase } from '@twi/database/testing';
import { startSandbox, type MemberActor } from '@twi/sandbox';
import { sql } from 'kysely';
import { ClientProcess } from '../measure/client-process.ts';
import { percentile } from '../measure/percentile.ts';
import type { ComparedBot } from './bots.ts';
import { closedLoop } from './closed-loop.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { openLoop } from './open-loop.ts';
import { NOTES_TABLE } from './notes-table.ts';

const WARM_UP = 2_000;
const COUNT = 4_000;
/** So few that none waits for another, and what is measured is how long one takes. */
const STEADY = { count: 1_000, perSecond: 500 } as const;

/** How a bot answered one command. */
export interface BotFigures {
  /** With many in flight, so that the bot never waits for the next. */
  readonly perSecond: number;
  /** Of the bot's process, in microseconds for each interaction. */
  readonly processorUs: number;
  /** With many in flight, where waiting for one's turn counts. */
  readonly busyP50Ms: number;
  readonly busyP99Ms: number;
  /** At a steady rate. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Starts a bot at a Discord and a database of its own, and uses each of its commands. */
export async function measureBot(compared: ComparedBot): Promise<Record<CommandName, BotFigures>> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  await using database = await createTestDatabase();
  await sql.raw(NOTES_TABLE).execute(database.handle.db);
  const guild = sandbox.createGuild({ name: 'Benchmark' });
  const channel = guild.addChannel({ name: 'general' });
  const { id } = sandbox.createUser({ username: 'member' });
  guild.addMember(id);
  const member = sandbox.as(id, { channelId: channel.id });
  await using bot = await ClientProcess.start(compared.file, {
    BENCH_API_URL: sandbox.apiUrl,
    BENCH_TOKEN: sandbox.token,
    BENCH_DATABASE_URL: database.url,
    BENCH_GUILD_ID: guild.id,
    ...compared.environment,
  });
  return {
    reply: await measureCommand(bot, member, COMMANDS.reply.name),
    note: await measureCommand(bot, member, COMMANDS.note.name),
  };
}

async function measureCommand(
  bot: ClientProcess,
  member: MemberActor,
  command: CommandName,
): Promise<BotFigures> {
  await closedLoop(member, command, WARM_UP);
  const before = await processorUs(bot);
  const start = performance.now();
  const busy = await closedLoop(member, command, COUNT);
  const seconds = (performance.now() - start) / 1_000;
  const used = (await processorUs(bot)) - before;
  const steady = await openLoop(member, command, STEADY);
  return {
    perSecond: COUNT / seconds,
    processorUs: used / COUNT,
    busyP50Ms: percentile(busy, 0.5),
    busyP99Ms: percentile(busy, 0.99),
    p50Ms: percentile(steady, 0.5),
    p99Ms: percentile(steady, 0.99),
  };
}

async function processorUs(bot: ClientProcess): Promise<number> {
  const { user, system } = await bot.ask<NodeJS.CpuUsage>();
  return user + system;
}
